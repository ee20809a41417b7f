import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dark, light, printed, sepia } from '../../../src/styles/palette.ts';
import { paletteCss } from '../../../src/styles/palette-css.ts';
import { projectFiles } from './sources.ts';

const palettes = Object.entries({ light, sepia, dark, printed });

/** Relative luminance as WCAG 2 defines it. */
function luminance(color: string): number {
  const digits = color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(digits.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

test.for(palettes)('text of the %s palette reads on its papers, and borders are seen', ([, palette]) => {
  for (const paper of [palette.paper, palette.paperRaised]) {
    for (const ink of [palette.ink, palette.inkSoft, palette.cinnabar])
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.edge, paper)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(palette.ink, palette.mark)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.onCinnabar, palette.cinnabar)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette.onSeal, palette.seal)).toBeGreaterThanOrEqual(3);
});

test('a theme names only the colours in which it differs from the light one', () => {
  const css = paletteCss();
  expect(css).toContain(
    `:root{color-scheme:light;--paper:${light.paper};--paper-raised:${light.paperRaised}`,
  );
  const [, sepiaRule = ''] = /:root\[data-theme=sepia\]\{([^}]*)\}/.exec(css) ?? [];
  expect(sepiaRule).toContain(`--paper:${sepia.paper}`);
  expect(sepiaRule).not.toContain('--on-seal');
});

test('the icon has the colours of the light palette', () => {
  const icon = readFileSync(new URL('../../../public/favicon.svg', import.meta.url), 'utf8');
  expect(icon).toContain(`fill="${light.seal}"`);
  expect(icon).toContain(`stroke="${light.onSeal}"`);
});

test('no colour is written down but in the palette', () => {
  const literal = /#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi;
  // The highlighter's theme is thrown away, and a QR code is black on white under any paper.
  const own = ['src/styles/palette.ts', 'src/components/editors/highlight.ts', 'src/share/qr.ts'];
  const found = projectFiles(/\.(?:css|astro|ts)$/)
    .filter(({ name }) => !own.includes(name))
    .flatMap(({ name, text }) => [...text.matchAll(literal)].map(([color]) => `${name}: ${color}`));
  expect(found).toEqual([]);
});
