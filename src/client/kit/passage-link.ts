/** So many characters of a long passage's beginning, and of its end, name it. */
const edgeLength = 12;

/** The hyphen and the comma have a meaning in text fragments. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * Link to a paragraph, and to words in it by a text fragment (wicg.github.io/scroll-to-text-fragment); a browser that
 * doesn't know these goes to the paragraph.
 */
export function passageLink(url: string, id: string, text = ''): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return `${url}#${id}`;
  const range =
    words.length <= edgeLength * 3
      ? encode(words)
      : `${encode(words.slice(0, edgeLength))},${encode(words.slice(-edgeLength))}`;
  return `${url}#${id}:~:text=${range}`;
}
