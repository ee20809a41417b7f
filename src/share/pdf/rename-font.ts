/** Name ids of a font's family, in the table that all font formats share. */
const familyIds = new Set([1, 16]);

/**
 * Give a font another family name, so that two files of one family can be listed one after the other. The new
 * name must be ASCII and no longer than the old one.
 * @param font an unpacked TrueType or OpenType font; it is changed in place
 * @see OpenType specification, “name — Naming Table”
 */
export function renameFamily(font: Buffer, family: string): void {
  const table = findTable(font, 'name');
  if (table === undefined) return;
  const strings = table + font.readUInt16BE(table + 4);
  const count = font.readUInt16BE(table + 2);
  for (let index = 0; index < count; index += 1) {
    const record = table + 6 + index * 12;
    if (!familyIds.has(font.readUInt16BE(record + 6))) continue;
    // Platform 1 (Macintosh) has a byte a character, the others two.
    const name = Buffer.from(family, font.readUInt16BE(record) === 1 ? 'latin1' : 'utf16le');
    if (font.readUInt16BE(record) !== 1) name.swap16();
    if (name.length > font.readUInt16BE(record + 8)) continue;
    name.copy(font, strings + font.readUInt16BE(record + 10));
    font.writeUInt16BE(name.length, record + 8);
  }
}

function findTable(font: Buffer, tag: string): number | undefined {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  return undefined;
}
