/** So many characters of a long passage's beginning, and of its end, name it. */
const edgeLength = 12;
/** The first and the last characters, with the whole of a Latin word that the cut would go through: browsers look for whole words. */
const beginning = new RegExp(String.raw`^.{${edgeLength}}[\p{Script=Latin}\d’'-]*`, 'su');
const ending = new RegExp(String.raw`[\p{Script=Latin}\d’'-]*.{${edgeLength}}$`, 'su');
const start = (text: string) => beginning.exec(text)?.[0] ?? text;
const end = (text: string) => ending.exec(text)?.[0] ?? text;

/**
 * The hyphen and the comma have a meaning in text fragments, a bracket in Markdown; many programs end a link at a quote
 * or an asterisk.
 */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/**
 * Link to a paragraph, and to words in it by a text fragment (wicg.github.io/scroll-to-text-fragment); a browser that
 * doesn't know these goes to the paragraph.
 */
export function passageLink(url: string, id: string, text = ''): string {
  const lines = text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined || last === undefined) return `${url}#${id}`;
  // A passage named by one run of words must be in one paragraph; so must each end of a longer one.
  const range =
    lines.length === 1 && first.length <= edgeLength * 3
      ? encode(first)
      : `${encode(start(first))},${encode(end(last))}`;
  return `${url}#${id}:~:text=${range}`;
}
