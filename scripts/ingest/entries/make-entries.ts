import type { Block, ChapterEntry, CaseEntry, Entries } from './entry.ts';
import type { Book, CaseRange, ChapterNode, Dropped, Paragraph, PartNode, RuleNode } from '../model.ts';
import { caseTitle } from '../cases/title.ts';
import { casesOfBook } from '../cases/cases-of-book.ts';
import { labelSpans } from '../language/labels.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { simplified } from '../language/simplified.ts';

/** Turn the outlined book into entries with identifiers, and find the cases in its rules. */
export function toEntries(book: Book, overrides: Overrides): Entries {
  const { ranges, allNarrative } = casesOfBook(book, overrides);
  const entries: Entries = {
    chapters: [],
    rules: [],
    cases: [],
    front: [],
    dropped: [],
    ...(allNarrative ? { allNarrative } : {}),
  };
  book.front.forEach((section, index) => {
    entries.front.push({
      kind: 'front',
      id: twoDigits(index + 1),
      data: {
        ...(section.heading === undefined ? {} : { heading: section.heading }),
        kind: section.kind,
        source: { lines: section.lines },
      },
      blocks: toBlocks(section.paragraphs, entries.dropped),
    });
  });
  const ids = chapterIds(book.chapters);
  book.chapters.forEach((chapter, index) => {
    const id = ids[index]!;
    const told = ranges.get(chapter) ?? [];
    const blocks = bodyOf(entries, chapter.opening, told, `${id}-00`, { chapter: id });
    entries.chapters.push(chapterEntry(chapter, id, blocks));
    chapter.rules.forEach((rule, ordinal) =>
      addRule(entries, rule, id, `${chapter.number}.${ordinal + 1}`, ranges.get(rule) ?? []),
    );
  });
  return entries;
}

/** A higher number is a misprint, and no id. */
const highestNumber = 999;

/** Printed numbers, two digits at least; counted through the book where they start anew. */
function chapterIds(chapters: ChapterNode[]): string[] {
  const rises = chapters.every(
    ({ number }, i) => number <= highestNumber && (i === 0 || number > chapters[i - 1]!.number),
  );
  return chapters.map(({ number }, index) => twoDigits(rises ? number : index + 1));
}

/** A number as printed, where it says more than the number that the entry has anyway. */
function labelled(label = '', number: string, title: string): { label?: string } {
  return label === '' || label === number || label === title ? {} : { label };
}

function partOf({ number, title, label }: PartNode): ChapterEntry['data']['part'] {
  return { number, title: { zh: title }, ...(label === '' || label === title ? {} : { label }) };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function chapterEntry(chapter: ChapterNode, id: string, blocks: Block[]): ChapterEntry {
  const { epigraph } = chapter;
  const spans = [
    ...chapter.opening.map((paragraph) => paragraph.lines),
    ...(epigraph ? [epigraph.lines] : []),
    ...chapter.rules.flatMap((rule) =>
      rule.status === 'missing'
        ? []
        : [[rule.line, rule.line] as [number, number], ...rule.paragraphs.map((p) => p.lines)],
    ),
  ];
  const source = spans.length > 0 ? span([[chapter.line, chapter.line], ...spans]) : undefined;
  return {
    kind: 'chapter',
    data: {
      id,
      number: chapter.number,
      ...labelled(chapter.label, String(chapter.number), chapter.title),
      ...(chapter.part ? { part: partOf(chapter.part) } : {}),
      title: { zh: chapter.title },
      ...(epigraph
        ? {
            epigraph: {
              text: { zh: epigraph.text },
              ...(epigraph.by === undefined ? {} : { by: { zh: epigraph.by } }),
            },
          }
        : {}),
      page: chapter.page,
      ...(source ? { source: { lines: source } } : {}),
    },
    blocks,
  };
}

function addRule(
  entries: Entries,
  rule: RuleNode,
  chapter: string,
  number: string,
  ranges: CaseRange[],
): void {
  const ordinal = number.slice(number.indexOf('.') + 1);
  const id = `${chapter}-${ordinal.padStart(2, '0')}`;
  const blocks = bodyOf(entries, rule.paragraphs, ranges, id, { rule: id });
  const missing = rule.status === 'missing';
  const lines = span([[rule.line, rule.line], ...rule.paragraphs.map((paragraph) => paragraph.lines)]);
  entries.rules.push({
    kind: 'rule',
    data: {
      id,
      chapter,
      number,
      ...labelled(rule.label, number, rule.title),
      title: { zh: rule.title },
      page: rule.page,
      status: rule.status,
      ...(missing ? {} : { source: { lines } }),
    },
    blocks,
  });
}

/** The body of a rule or chapter: its paragraphs, with a place for each of its cases, which are added to the entries. */
function bodyOf(
  entries: Entries,
  paragraphs: Paragraph[],
  ranges: CaseRange[],
  id: string,
  teller: { rule: string } | { chapter: string },
): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  ranges.forEach((range, index) => {
    const caseId = `${id}-${index + 1}`;
    const start = range.marker ?? range.first;
    blocks.push(...toBlocks(paragraphs.slice(next, start), entries.dropped), { type: 'case', id: caseId });
    for (const marker of [range.marker, range.endMarker]) {
      const paragraph = marker === undefined ? undefined : paragraphs[marker];
      if (paragraph)
        entries.dropped.push({ line: paragraph.lines[0], text: paragraph.text, reason: 'case-marker' });
    }
    entries.cases.push(caseEntry(paragraphs.slice(range.first, range.last + 1), range, caseId, teller));
    next = (range.endMarker ?? range.last) + 1;
  });
  blocks.push(...toBlocks(paragraphs.slice(next), entries.dropped));
  return blocks;
}

function caseEntry(
  paragraphs: Paragraph[],
  range: CaseRange,
  id: string,
  teller: { rule: string } | { chapter: string },
): CaseEntry {
  return {
    kind: 'case',
    data: {
      id,
      ...teller,
      kind: range.kind,
      ...(range.basis === undefined ? {} : { basis: range.basis }),
      title: { zh: range.title ?? caseTitle(paragraphs[0]!.text.slice(range.inlineMarker)) },
      detection: { method: range.method, confidence: range.confidence, cues: range.cues },
      source: { lines: span(paragraphs.map((paragraph) => paragraph.lines)) },
    },
    blocks: paragraphs.map(paragraphBlock),
  };
}

function span(ranges: [number, number][]): [number, number] {
  let [first, last] = ranges[0]!;
  for (const [from, to] of ranges) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  return [first, last];
}

/** Gather labelled blocks. A label that has its line to itself is kept as the block's label alone. */
function toBlocks(paragraphs: Paragraph[], dropped: Dropped[]): Block[] {
  const texts = paragraphs.map(({ text }) => simplified(text));
  const blocks: Block[] = [];
  let next = 0;
  const plain = (stop: number) => {
    for (const paragraph of paragraphs.slice(next, stop)) blocks.push(paragraphBlock(paragraph));
  };
  for (const { label, first, last, alone } of labelSpans(
    texts,
    (index) => paragraphs[index]?.heading !== undefined,
  )) {
    if (alone && last === first) continue;
    plain(first);
    const start = paragraphs[first]!;
    if (alone) dropped.push({ line: start.lines[0], text: start.text, reason: 'heading-label' });
    const own = paragraphs.slice(alone ? first + 1 : first, last + 1);
    blocks.push({
      type: 'labelled',
      label,
      texts: own.map(({ text }) => text),
      ...(own.some(({ format }) => format) ? { formats: own.map(({ format }) => format) } : {}),
    });
    next = last + 1;
  }
  plain(paragraphs.length);
  return blocks;
}

function paragraphBlock({ text, format, heading }: Paragraph): Block {
  if (heading !== undefined) return { type: 'heading', text, level: heading };
  return { type: 'paragraph', text, ...(format ? { format } : {}) };
}
