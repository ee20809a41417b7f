import { childOf, type XmlElement } from '../archive/xml.ts';

/** Signs of the fonts that Word writes ticks, crosses, boxes and bullets in, by the characters that they take. */
const wingdings: Record<number, string> = {
  0xfc: '✓',
  0xfb: '✗',
  0xfe: '☑',
  0xfd: '☒',
  0xa8: '□',
  0x6f: '□',
  0x71: '□',
  0xb7: '·',
  0xa7: '▪',
  0x6c: '●',
  0x6e: '■',
  0x75: '◆',
  0x76: '❖',
  0xd8: '➢',
  0xe0: '→',
};
const wingdings2: Record<number, string> = {
  0x50: '✓',
  0x4f: '✗',
  0x52: '☑',
  0x51: '☒',
  0x54: '☒',
  0xa3: '□',
  0x2a: '□',
  0x98: '●',
  0xa2: '■',
};
const fonts = new Map([
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
]);

/** The sign of a w:sym element. Fonts number theirs as they like, in the private area; of other fonts none is known. */
export function readSymbol(element: XmlElement): string {
  const number = Number.parseInt(element.attributes['w:char'] ?? '', 16) & 0xff;
  const font = fonts.get((element.attributes['w:font'] ?? '').toLowerCase()) ?? wingdings;
  return font[number] ?? '';
}

/** The text of a run as it is seen: where its font draws signs in place of letters (ü for a tick), those signs. */
export function asDrawn(text: string, properties: XmlElement | undefined): string {
  const font = fonts.get((childOf(properties, 'w:rFonts')?.attributes['w:ascii'] ?? '').toLowerCase());
  if (!font) return text;
  // Word also keeps such letters in the private area.
  return text.replace(
    /[\u0020-\u00ff\uf020-\uf0ff]/g,
    (letter) => font[letter.charCodeAt(0) & 0xff] ?? letter,
  );
}
