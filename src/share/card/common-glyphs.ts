/** Characters of GB 2312 that no typeface has. */
const lacking = new Set('劐坶塥弪戤毪犋猸稆耢耥脶膪蒈蟓赇轷铴镩骣鲰');

let common: Uint8Array | undefined;

/** Rows of GB 2312: marks, signs and letters up to row 9, Han characters from row 16. Each has 94 cells. */
const rows = [
  [1, 9],
  [16, 87],
] as const;
const inRow = 94;

/**
 * Whether a character is one that the cards' typefaces are known to have, so that their tables needn't be read: one of
 * nearly all that a book in Simplified characters is printed with.
 */
export function isCommonGlyph(character: string): boolean {
  common ??= readCommon();
  return common[character.codePointAt(0) ?? 0] === 1;
}

function readCommon(): Uint8Array {
  const bytes: number[] = [];
  for (const [first, last] of rows)
    for (let row = first; row <= last; row += 1)
      for (let cell = 1; cell <= inRow; cell += 1) bytes.push(0xa0 + row, 0xa0 + cell);
  const known = new Uint8Array(0x10000);
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(bytes))) {
    const code = character.codePointAt(0) ?? 0;
    // Cells without a character are read as private ones.
    const isPrivate = code >= 0xe000 && code <= 0xf8ff;
    if (!isPrivate && !lacking.has(character)) known[code] = 1;
  }
  return known.fill(1, '!'.charCodeAt(0), '~'.charCodeAt(0) + 1);
}
