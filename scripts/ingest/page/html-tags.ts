import type { Dropped, Line } from '../model.ts';

/** Elements that a text copied from a page of the web has. Other words in angle brackets are part of a text, and so are notes in an attribute. */
const names =
  'a|abbr|b|bdi|bdo|big|blockquote|br|center|cite|code|dd|del|dfn|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|label|li|mark|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr';
const tag = new RegExp(`<(?:(?:${names})(?:\\s[^<>\\p{Script=Han}]{0,300})?/?|/(?:${names})\\s?)>`, 'giu');
/** Names of spaces; those of other characters stay, since no other character may come into a text. */
const space = /&(?:nbsp|ensp|emsp|thinsp);/gi;
/** What only a text about HTML shows: there the tags are what it is about. */
const code = /<(?:!doctype|html|head|body|script|style|form|input|button|meta|link|template)\b/i;
/** Elements without an end. */
const empty = /^<(?:br|hr|img|wbr)\b/i;
/** Fewer lines with tags have them by chance. */
const minTagged = 3;
/** Of the lines with tags, so many end all their elements. */
const minBalanced = 0.7;
/** The start of an element is a word of its own, as in a text about HTML: 用 <b>。 */
const named = /\S.*<(?!\/)[a-z][^<>]*>(?=[ \u3000，。、；：）)]|$)|^\s*<(?!\/)[a-z][^<>]*>[，。、；：）)]/i;

/** The lines without the tags of HTML in them, and those tags. */
interface Untagged {
  lines: Line[];
  dropped: Dropped[];
}

/** Take the tags of HTML out of a plain text that was copied from a page of the web. */
export function withoutTags(lines: Line[]): Untagged {
  const tagged = lines.filter(isTagged);
  const isCopied =
    tagged.length >= minTagged &&
    tagged.filter(isBalanced).length >= tagged.length * minBalanced &&
    !lines.some((line) => line.format === undefined && code.test(line.text)) &&
    !tagged.some(({ text }) => named.test(text.replace(/(?:<(?:br|hr|wbr)\s?\/?>)+\s*$/i, '')));
  if (!isCopied) return { lines, dropped: [] };
  const dropped: Dropped[] = [];
  const untagged = lines.map((line) => {
    if (!isTagged(line)) return line;
    const text = line.text
      .replace(tag, (found) => taken(found, ''))
      .replace(space, (found) => taken(found, ' '));
    return { ...line, text };

    function taken(found: string, left: string): string {
      dropped.push({ line: line.number, text: found.replace(/\s/g, ''), reason: 'markup' });
      return left;
    }
  });
  return { lines: untagged, dropped };
}

/** Whether all elements that start on a line end on it. */
function isBalanced({ text }: Line): boolean {
  const tags = (text.match(tag) ?? []).filter((found) => !empty.test(found) && !found.endsWith('/>'));
  return tags.filter((found) => found.startsWith('</')).length * 2 === tags.length;
}

function isTagged({ text, format }: Line): boolean {
  return format === undefined && /[<&]/.test(text) && (text.search(tag) >= 0 || text.search(space) >= 0);
}
