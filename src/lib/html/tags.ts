import { decodeEntities } from './entities.ts';

/** An attribute of a tag. `start` and `end` are its place in the source, name and value together. */
export interface TagAttribute {
  name: string;
  /** Its value as the source has it, entities included; empty if it has no value. */
  raw: string;
  start: number;
  end: number;
}

/** A start tag, with its place in the source. */
export interface StartTag {
  name: string;
  attributes: TagAttribute[];
  start: number;
  end: number;
  /** The inside of a script, a style or a title, which is text whatever it looks like. */
  text?: { start: number; end: number };
}

const attribute = /([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const textOnly = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/**
 * The start tags of a page in order, found many times faster than by a parser. Tags in quoted values, comments, scripts and styles
 * don't count. Only for pages that this project writes: misnested elements are not mended as a parser would.
 */
export function startTags(html: string): StartTag[] {
  const tags: StartTag[] = [];
  let at = html.indexOf('<');
  while (at >= 0) {
    let next = at + 1;
    if (html.startsWith('<!--', at)) next = after(html, '-->', at + 4);
    else if (/[a-z]/i.test(html.charAt(next))) {
      const tag = readTag(html, at);
      tags.push(tag);
      next = tag.text?.end ?? tag.end;
    } else if (/[!?/]/.test(html.charAt(next))) next = after(html, '>', next);
    at = html.indexOf('<', next);
  }
  return tags;
}

function readTag(html: string, start: number): StartTag {
  const end = endOfTag(html, start);
  const [, name = ''] = /^<([^\s/>]+)/.exec(html.slice(start, Math.min(end, start + 40))) ?? [];
  const inside = start + 1 + name.length;
  const tag: StartTag = {
    name: name.toLowerCase(),
    attributes: readAttributes(html, inside, end - 1),
    start,
    end,
  };
  if (textOnly.has(tag.name)) tag.text = { start: end, end: before(html, `</${name}`, end) };
  return tag;
}

/** Where a tag ends, behind its `>`. A `>` in a quoted value doesn't end it. */
function endOfTag(html: string, start: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    if (found[0] === '>') return mark.lastIndex;
    mark.lastIndex = after(html, found[0], mark.lastIndex);
  }
  return html.length;
}

function readAttributes(html: string, start: number, end: number): TagAttribute[] {
  const text = html.slice(start, end);
  if (text.trim() === '') return [];
  return [...text.matchAll(attribute)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    raw: match[2] ?? match[3] ?? match[4] ?? '',
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

const before = (html: string, text: string, from: number): number => {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found;
};
const after = (html: string, text: string, from: number): number =>
  Math.min(html.length, before(html, text, from) + text.length);

/** The value of an attribute, entities resolved. */
export const valueOf = ({ raw }: TagAttribute): string => decodeEntities(raw);
