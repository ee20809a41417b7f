/** ASCII, and the marks of Chinese print. */
const marks = /[!-~、。，；：？！…—·“”‘’《》〈〉「」『』【】〔〕（）％＋－／０-９Ａ-Ｚａ-ｚ]/;
/** Characters of GB 2312 that no typeface has. */
const lacking = new Set('劐坶塥弪戤毪犋猸稆耢耥脶膪蒈蟓赇轷铴镩骣鲰');

let common: Uint8Array | undefined;

/** Rows of GB 2312 that hold Han characters; each has 94. */
const [firstRow, lastRow, inRow] = [16, 87, 94];

/**
 * Whether a character is one that the cards' typefaces are known to have, so that their tables needn't be read: one of
 * nearly all that a book in Simplified characters is printed with.
 */
export function isCommonGlyph(character: string): boolean {
  common ??= readCommon();
  return common[character.codePointAt(0) ?? 0] === 1 || marks.test(character);
}

function readCommon(): Uint8Array {
  const bytes: number[] = [];
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let cell = 1; cell <= inRow; cell += 1) bytes.push(0xa0 + row, 0xa0 + cell);
  const known = new Uint8Array(0x10000);
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(bytes))) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x4e00 && code <= 0x9fff && !lacking.has(character)) known[code] = 1;
  }
  return known;
}
