/** Beginnings of files in UTF-16: a byte-order mark, or the `<` of markup with a zero beside it. */
const utf16: [bytes: number[], label: string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/**
 * Decode a text: as UTF-16 if it begins so, else as UTF-8. Addresses are ASCII, so they are found in any other encoding as well.
 */
export function textOf(bytes: Uint8Array): string {
  const [, label = 'utf-8'] =
    utf16.find(([start]) => start.every((byte, index) => bytes[index] === byte)) ?? [];
  return new TextDecoder(label).decode(bytes);
}
