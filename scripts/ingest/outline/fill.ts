import { append } from '../append.ts';
import type { Dropped, Line, Paragraph } from '../model.ts';
import type { Heading } from '../page/heading.ts';
import { readOpening } from './epigraph.ts';
import type { Nodes } from './nodes.ts';

/**
 * Give every chapter and rule the text from its heading to the next one; headings of sections stay in the text, as
 * headings. What stands under a part's heading opens the chapter below it.
 * @returns lines of headings that stand in no text as they are printed
 */
export function fillNodes(
  headings: Heading[],
  { nodes }: Nodes,
  gather: (from: number, to: number) => Paragraph[],
  end: number,
  lines: Line[],
): Dropped[] {
  const dropped: Dropped[] = [];
  let ofPart: Paragraph[] = [];
  let index = 0;
  while (index < headings.length) {
    const heading = headings[index]!;
    let next = index + 1;
    while (headings[next]?.level === 'section') next += 1;
    const to = headings[next]?.first ?? end;
    const texts = withSections(heading.last + 1, to, headings.slice(index + 1, next), gather, lines);
    const node = nodes.get(heading);
    index = next;
    if (!node) {
      append(dropped, linesOf(heading, lines));
      append(ofPart, texts);
      continue;
    }
    if (
      heading.last > heading.first ||
      heading.title !== heading.whole ||
      strip(heading.title) !== strip(node.title)
    )
      append(dropped, linesOf(heading, lines));
    if ('rules' in node) {
      const opening = readOpening(texts);
      node.epigraph = opening.epigraph;
      node.opening = [...ofPart, ...opening.opening];
      append(dropped, opening.dropped);
      ofPart = [];
    } else if (texts.length > 0) {
      node.status = 'complete';
      node.paragraphs = texts;
    }
  }
  return dropped;
}

/** The paragraphs of a stretch, with the headings of its sections among them. */
function withSections(
  from: number,
  to: number,
  sections: Heading[],
  gather: (from: number, to: number) => Paragraph[],
  lines: Line[],
): Paragraph[] {
  const texts: Paragraph[] = [];
  let at = from;
  for (const { first, last, whole, depth } of sections) {
    append(texts, gather(at, first));
    texts.push({
      text: whole,
      lines: [lines[first]!.number, lines[last]!.number],
      heading: Math.max(1, depth),
    });
    at = last + 1;
  }
  append(texts, gather(at, to));
  return texts;
}

function linesOf({ first, last }: Heading, lines: Line[]): Dropped[] {
  return lines
    .slice(first, last + 1)
    .filter(({ text }) => text.trim() !== '')
    .map(({ number, text }) => ({ line: number, text: text.trim(), reason: 'heading-label' }));
}

function strip(text: string): string {
  return text.replace(/\s/g, '');
}
