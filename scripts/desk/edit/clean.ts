/** Characters of a field. */
const maxTextLength = 4000;

/**
 * An editor's input for a file: only whole characters, no control characters, no white space at the ends.
 */
export function cleanText(text: string, length = maxTextLength): string {
  return text
    .toWellFormed()
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]/g, ' ')
    .trim()
    .slice(0, length)
    .toWellFormed();
}

/** {@link cleanText} on one line. */
export function cleanLine(text: string, length = 300): string {
  return cleanText(text.replace(/\s+/g, ' '), length);
}

/** {@link cleanLine} for the texts of a list, without empty ones and repetitions. */
export function cleanList(texts: readonly string[], maxCount = 60): string[] {
  return [...new Set(texts.map((text) => cleanLine(text, 100)).filter((text) => text !== ''))].slice(
    0,
    maxCount,
  );
}
