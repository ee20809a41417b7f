/**
 * Id of a paragraph, made from its text alone, so that what is inserted above it doesn't change it.
 * Spacing and compatibility forms don't count. FNV-1a over UTF-16 code units, 32 bits, in base 36.
 */
export function paragraphId(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text.normalize('NFKC').replace(/\s+/gu, '')) {
    for (let unit = 0; unit < character.length; unit += 1) {
      hash = Math.imul(hash ^ character.charCodeAt(unit), 0x01000193) >>> 0;
    }
  }
  return `p-${hash.toString(36)}`;
}
