import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { siteEnvironment } from '../lib/environment.ts';

/** What is read of a page. */
interface PageLinks {
  ids: Set<string>;
  links: string[];
}

/** Links that are shown of many. */
const maxShown = 12;

/** Every link inside a built site that leads to no file or to no place on its page, and every address outside that it names. */
export async function checkLinks(
  distDir: string,
  base: string,
): Promise<{ broken: string[]; outside: string[] }> {
  const files = (await readdir(distDir, { recursive: true, encoding: 'utf8' })).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const pages = new Map<string, PageLinks>();
  for (const name of files.filter((each) => each.endsWith('.html')))
    pages.set(`/${name.replace(/index\.html$/, '')}`, readPage(await readFile(join(distDir, name), 'utf8')));
  const origin = 'https://site.invalid';
  const broken = new Set<string>();
  const outside = new Set<string>();
  for (const [path, { links }] of pages) {
    for (const link of links) {
      const from = origin + base.slice(0, -1) + path;
      const url = URL.canParse(link, from) ? new URL(link, from) : undefined;
      if (!url) broken.add(`${path} → ${link}`);
      else if (url.origin !== origin) {
        if (/^https?:$/.test(url.protocol)) outside.add(url.origin + url.pathname);
      } else if (!leadsSomewhere(url, distDir, base, pages)) broken.add(`${path} → ${link}`);
    }
  }
  return { broken: [...broken], outside: [...outside].sort() };
}

function leadsSomewhere(url: URL, distDir: string, base: string, pages: Map<string, PageLinks>): boolean {
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return false;
  const local = path.slice(base.length - 1);
  const page = pages.get(local);
  if (!page) return existsSync(join(distDir, local.endsWith('/') ? `${local}index.html` : local));
  const place = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/s, '');
  return place === '' || page.ids.has(place);
}

function readPage(html: string): PageLinks {
  const page: PageLinks = { ids: new Set(), links: [] };
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node)
      for (const { name, value } of node.attrs) {
        if (name === 'id') page.ids.add(value);
        else if ((name === 'href' && node.tagName !== 'base') || name === 'src') page.links.push(value);
      }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return page;
}

/** The same in words. The site's own absolute addresses count as inside. */
export async function describeLinks(distDir: string): Promise<string> {
  const { broken, outside } = await checkLinks(distDir, siteEnvironment().base);
  const own = process.env['SITE_URL'] ?? 'http://localhost:4321';
  const others = outside.filter((address) => !address.startsWith(own));
  const list = (links: string[]) =>
    [
      ...links.slice(0, maxShown),
      ...(links.length > maxShown ? [`… and ${links.length - maxShown} more`] : []),
    ]
      .map((line) => `\n  ${line}`)
      .join('');
  const found =
    broken.length === 0
      ? 'every one inside leads somewhere'
      : `${broken.length} inside lead nowhere:${list(broken)}\n `;
  return `Links: ${found}; ${others.length} lead outside.${list(others)}`;
}
