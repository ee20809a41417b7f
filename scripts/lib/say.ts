/**
 * Text that is safe to print in a terminal. Control characters could move the cursor, change the window's title
 * or hide earlier text, and direction marks reorder text: both are spelt out. Line breaks and tabs stay.
 */
export const printable = (text: string): string =>
  text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

/** Print a message that may quote a source, a file's name or a deck. */
export function say(text: string): void {
  console.log(printable(text));
}

/** Print such a message to the error output. */
export function complain(text: string): void {
  console.error(printable(text));
}
