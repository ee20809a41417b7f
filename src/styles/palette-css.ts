import { dark, light, printed, sepia, type Palette } from './palette.ts';

/** Layers of the style sheets, from the weakest. Scoped styles of components are in `components`. */
const layers = ['reset', 'tokens', 'base', 'layout', 'patterns', 'components', 'print'];

const property = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The colours of `palette` that differ from `under`, as custom properties such as `--paper-raised`. */
function declarations(palette: Palette, under?: Palette): string {
  return Object.entries(palette)
    .filter(([name, color]) => under?.[name as keyof Palette] !== color)
    .map(([name, color]) => `${property(name)}:${color as string}`)
    .join(';');
}

/**
 * The beginning of a page's styles: the order of the layers, which their first mention decides, and the palettes. If the
 * reader hasn't chosen a paper, the system decides between light and dark.
 */
export function paletteCss(): string {
  const darkRule = `{color-scheme:dark;${declarations(dark, light)}}`;
  const tokens = [
    `:root{color-scheme:light;${declarations(light)}}`,
    `@media(prefers-color-scheme:dark){:root:not([data-theme])${darkRule}}`,
    `:root[data-theme=dark]${darkRule}`,
    `:root[data-theme=sepia]{${declarations(sepia, light)}}`,
  ];
  const print = `@media print{:root{color-scheme:light;${declarations(printed)}}}`;
  return `@layer ${layers.join(',')};@layer tokens{${tokens.join('')}}@layer print{${print}}`;
}
