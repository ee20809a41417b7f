import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Replace the text between two offsets of a page's source. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The elements of a page in order, as a browser without scripts parses it, each with its place in the source. An edit is
 * made at such a place. Searching the source for `<body` would also find a title that has these characters in it.
 */
export function elementsOf(html: string): PageElement[] {
  const found: PageElement[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  return found;
}

/** Apply edits to a source. Edits of the same place count once; none may overlap another. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  const byPlace = new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit]));
  let result = '';
  let position = 0;
  for (const { start, end, text } of [...byPlace.values()].sort((a, b) => a.start - b.start)) {
    result += html.slice(position, start) + text;
    position = end;
  }
  return result + html.slice(position);
}
