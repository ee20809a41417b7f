import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Resvg } from '@resvg/resvg-js';
import type { AstroIntegration } from 'astro';
import type { Mark } from '../share/card/mark.ts';
import { light } from '../styles/palette.ts';

/**
 * The seal as a picture.
 * @param radius of its corners, 0 if the system that shows the icon cuts them
 * @param share of the square that the seal's own drawing takes
 */
function sealSvg({ d, transform }: Mark, radius: number, share = 1): string {
  const margin = 16 * (1 - share);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect width="32" height="32"${radius > 0 ? ` rx="${String(radius)}"` : ''} fill="${light.seal}"/>`,
    `<g transform="translate(${String(margin)} ${String(margin)}) scale(${String(share)})">`,
    `<path d="${d}" transform="${transform}" fill="${light.onSeal}"/></g></svg>`,
  ].join('');
}

const png = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng();

/** An icon file with one picture of 32 × 32. */
function ico(picture: Uint8Array): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(32, 6);
  head.writeUInt8(32, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, picture]);
}

/** Every icon of a site, by its name. */
export function iconsOf(mark: Mark): Record<string, string | Uint8Array> {
  const rounded = sealSvg(mark, 3);
  return {
    'favicon.svg': rounded,
    'favicon.ico': ico(png(rounded, 32)),
    'icon-192.png': png(rounded, 192),
    'icon-512.png': png(rounded, 512),
    'apple-touch-icon.png': png(sealSvg(mark, 0), 180),
    // A mask may cut off all but a circle of four fifths.
    'icon-maskable-512.png': png(sealSvg(mark, 0, 0.7), 512),
  };
}

const typeOf = (name: string): string =>
  name.endsWith('.svg') ? 'image/svg+xml' : name.endsWith('.ico') ? 'image/x-icon' : 'image/png';

/** Answers requests for icons below a site's base, and hands others on. */
export function iconServer(
  mark: Mark,
  base: string,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  let icons: Map<string, string | Uint8Array> | undefined;
  return ({ url = '' }, response, next) => {
    const [path = ''] = url.split('?');
    const name = path.startsWith(base) ? path.slice(base.length) : '';
    const icon = /^[\w-]+\.(?:svg|ico|png)$/.test(name)
      ? (icons ??= new Map(Object.entries(iconsOf(mark)))).get(name)
      : undefined;
    if (icon === undefined) {
      next();
      return;
    }
    response.setHeader('Content-Type', typeOf(name));
    response.setHeader('Cache-Control', 'no-store');
    response.end(icon);
  };
}

/** Put a book's own seal in place of the icons that come with the project. */
export function bookIcons(mark: Mark): AstroIntegration {
  return {
    name: 'book-icons',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(iconServer(mark, server.config.base));
      },
      'astro:build:done': async ({ dir }) => {
        for (const [name, content] of Object.entries(iconsOf(mark)))
          await writeFile(new URL(name, dir), content);
      },
    },
  };
}
