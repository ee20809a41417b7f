/** Characters of the beginning and of the end that name a long passage. */
const edgeLength = 12;
// Browsers look for whole words, so a Latin word at the cut is taken whole.
const beginning = new RegExp(String.raw`^.{${edgeLength}}[\p{Script=Latin}\d’'-]*`, 'su');
const ending = new RegExp(String.raw`[\p{Script=Latin}\d’'-]*.{${edgeLength}}$`, 'su');
const start = (text: string) => beginning.exec(text)?.[0] ?? text;
const end = (text: string) => ending.exec(text)?.[0] ?? text;

/**
 * Encode text for a text fragment. The hyphen has a meaning in fragments and a bracket in Markdown. Many programs end a link at a
 * quotation mark or an asterisk.
 */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/**
 * Link to a paragraph, and to words in it by a text fragment (wicg.github.io/scroll-to-text-fragment). A browser that doesn't
 * support text fragments goes to the paragraph.
 */
export function passageLink(url: string, id: string, text = ''): string {
  const lines = text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined || last === undefined) return `${url}#${id}`;
  // A browser finds a run of words only within one paragraph, so a longer passage is named by its two ends.
  const range =
    lines.length === 1 && first.length <= edgeLength * 3
      ? encode(first)
      : `${encode(start(first))},${encode(end(last))}`;
  return `${url}#${id}:~:text=${range}`;
}
