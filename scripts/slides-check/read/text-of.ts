/** How a file says that it is in UTF-16: a mark, or the first `<` of markup beside a zero. */
const utf16: [bytes: number[], label: string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/**
 * The text of a page, a Markdown file or a part of a package: UTF-16 where it says so, else UTF-8. Addresses are ASCII, so
 * in any other encoding they are found all the same.
 */
export function textOf(bytes: Uint8Array): string {
  const [, label = 'utf-8'] =
    utf16.find(([start]) => start.every((byte, index) => bytes[index] === byte)) ?? [];
  return new TextDecoder(label).decode(bytes);
}
