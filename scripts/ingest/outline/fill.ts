import { append } from '../append.ts';
import type { ChapterNode, Dropped, Line, Paragraph, RuleNode } from '../model.ts';
import type { Heading } from '../page/heading.ts';
import { readOpening } from './epigraph.ts';
import type { Nodes } from './nodes.ts';

/**
 * Give every chapter and rule the text from its heading to the next one. Section headings stay in that text, as
 * headings. Text below a part's heading opens the part's first chapter.
 * @returns heading lines that no text contains as printed
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
  let last: ChapterNode | RuleNode | undefined;
  // Two headings may claim one line, if one runs over two lines: each line is dropped or owned once.
  let free = 0;
  for (const { heading, sections, to } of stretches(headings, end)) {
    const sectionAt = sections.findIndex(({ hasRules }) => hasRules);
    // A section of several rules opens the first of them.
    const [own, ofNext] =
      sectionAt < 0 ? [sections, []] : [sections.slice(0, sectionAt), sections.slice(sectionAt)];
    const until = ofNext[0]?.first ?? to;
    const texts = withSections(heading.last + 1, until, own, gather, lines);
    for (const section of sections) append(dropped, linesWithin(section, lines));
    const node = nodes.get(heading);
    const isOwner = node !== undefined && heading.first >= free && printsTitleAlone(heading, node);
    if (!isOwner) append(dropped, linesOf({ ...heading, first: Math.max(free, heading.first) }, lines));
    free = heading.last + 1;
    const next = ofNext.length > 0 ? withSections(until, to, ofNext, gather, lines) : [];
    if (!node) {
      append(ofPart, [...texts, ...next]);
      continue;
    }
    last = node;
    if (isOwner) node.ownsLine = true;
    if ('rules' in node) {
      const opening = readOpening(texts);
      node.epigraph = opening.epigraph;
      node.opening = [...ofPart, ...opening.opening];
      append(dropped, opening.dropped);
      ofPart = next;
    } else if (ofPart.length + texts.length > 0) {
      node.status = 'complete';
      // Below a part's heading within a chapter, the chapter's rules go on.
      node.paragraphs = [...ofPart, ...texts];
      ofPart = next;
    } else ofPart = next;
  }
  // Behind the last part's heading there may be no chapter: the text above it goes on.
  if (last) append('rules' in last ? last.opening : last.paragraphs, ofPart);
  return dropped;
}

/** Each heading with the sections below it, and the index where its text ends. */
function stretches(
  headings: Heading[],
  end: number,
): { heading: Heading; sections: Heading[]; to: number }[] {
  const starts = headings.flatMap(({ level }, index) => (index === 0 || level !== 'section' ? [index] : []));
  return starts.flatMap((start, i) => {
    const [heading, ...sections] = headings.slice(start, starts[i + 1]);
    return heading ? [{ heading, sections, to: headings[starts[i + 1] ?? -1]?.first ?? end }] : [];
  });
}

/** Whether a heading is one line that holds its node's title and nothing else. */
function printsTitleAlone(heading: Heading, node: { title: string }): boolean {
  return (
    heading.last === heading.first &&
    heading.title === heading.whole &&
    strip(heading.title) === strip(node.title)
  );
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
    texts.push({ text: whole, lines: numbersOf(lines, first, last), heading: Math.max(1, depth) });
    at = last + 1;
  }
  append(texts, gather(at, to));
  return texts;
}

function numbersOf(lines: Line[], first: number, last: number): [number, number] {
  return [lines[first]?.number ?? 0, lines[last]?.number ?? 0];
}

/** A page number between a section's number and its title on the line below, and a heading that is printed again below itself. */
function linesWithin({ first, last, whole }: Heading, lines: Line[]): Dropped[] {
  const isRepeated = strip(lines[first]?.text ?? '') === strip(whole);
  return lines
    .slice(first + 1, isRepeated ? last + 1 : last)
    .filter(({ text }) => text.trim() !== '')
    .map(({ number, text }) => ({ line: number, text: text.trim(), reason: 'furniture' }));
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
