import { append } from '../append.ts';
import type { Block, CaseEntry, ChapterEntry, Entries, FrontEntry, RuleEntry } from './entry.ts';
import type {
  Book,
  CaseRange,
  ChapterNode,
  Dropped,
  FrontSection,
  Paragraph,
  PartNode,
  RuleNode,
} from '../model.ts';
import { closeUp } from '../language/close-up.ts';
import { caseTitle, firstWords } from '../cases/title.ts';
import { casesOfBook, type CasesOfBook } from '../cases/cases-of-book.ts';
import { expectTexts } from '../language/words/dictionary.ts';
import { labelSpans } from '../language/labels.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { simplified } from '../language/simplified.ts';

/** Turn the outlined book into entries with identifiers, and find the cases in its rules. */
export function toEntries(
  book: Book,
  overrides: Overrides,
  look?: Parameters<typeof casesOfBook>[2],
): Entries {
  expectTexts(textsIn(book));
  const { ranges, allNarrative } = casesOfBook(book, overrides, look);
  const front = book.front.map((section, index) => frontEntry(section, twoDigits(index + 1)));
  const ids = chapterIds(book.chapters);
  const made = book.chapters.map((chapter, index) => madeOfChapter(chapter, ids[index] ?? '', ranges));
  return {
    chapters: made.map(({ chapter }) => chapter),
    rules: made.flatMap(({ rules }) => rules),
    cases: made.flatMap(({ cases }) => cases),
    front: front.map(({ entry }) => entry),
    dropped: [...front, ...made].flatMap(({ dropped }) => dropped),
    ...(allNarrative ? { allNarrative } : {}),
  };
}

/** All that a book's words are looked for in, in Simplified characters. */
function* textsIn({ chapters }: Book): Generator<string> {
  for (const { title, opening, rules } of chapters) {
    yield simplified(title);
    for (const { text } of opening) yield simplified(text);
    for (const rule of rules) {
      yield simplified(rule.title);
      for (const { text } of rule.paragraphs) yield simplified(text);
    }
  }
}

/** Entries made of one chapter, and its lines that no entry holds. */
interface MadeOfChapter {
  chapter: ChapterEntry;
  rules: RuleEntry[];
  cases: CaseEntry[];
  dropped: Dropped[];
}

function madeOfChapter(chapter: ChapterNode, id: string, ranges: CasesOfBook['ranges']): MadeOfChapter {
  const own = bodyOf(chapter.opening, ranges.get(chapter) ?? [], `${id}-00`, { chapter: id });
  const rules = chapter.rules.map((rule, index) => {
    const ruleId = `${id}-${twoDigits(index + 1)}`;
    const body = bodyOf(rule.paragraphs, ranges.get(rule) ?? [], ruleId, { rule: ruleId });
    const number = `${chapter.number}.${index + 1}`;
    return { entry: ruleEntry(rule, { id: ruleId, chapter: id, number }, body.blocks), body };
  });
  const bodies = [own, ...rules.map(({ body }) => body)];
  return {
    chapter: chapterEntry(chapter, id, own.blocks),
    rules: rules.map(({ entry }) => entry),
    cases: bodies.flatMap(({ cases }) => cases),
    dropped: bodies.flatMap(({ dropped }) => dropped),
  };
}

function frontEntry(section: FrontSection, id: string): { entry: FrontEntry; dropped: Dropped[] } {
  const { blocks, dropped } = toBlocks(section.paragraphs);
  const data = {
    ...(section.heading === undefined ? {} : { heading: section.heading }),
    kind: section.kind,
    source: { lines: section.lines },
  };
  return { entry: { kind: 'front', id, data, blocks }, dropped };
}

/** A higher number is a misprint, and no id. */
const highestNumber = 999;

/** Printed numbers, two digits at least; counted through the book where they start anew. */
function chapterIds(chapters: ChapterNode[]): string[] {
  const rises = chapters.every(
    ({ number }, i) => number <= highestNumber && number > (chapters[i - 1]?.number ?? -Infinity),
  );
  return chapters.map(({ number }, index) => twoDigits(rises ? number : index + 1));
}

/** A number as printed, if it is more than the number that the entry has anyway. */
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

function ruleEntry(
  rule: RuleNode,
  { id, chapter, number }: Record<'id' | 'chapter' | 'number', string>,
  blocks: Block[],
): RuleEntry {
  const missing = rule.status === 'missing';
  const lines = span([[rule.line, rule.line], ...rule.paragraphs.map((paragraph) => paragraph.lines)]);
  return {
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
  };
}

/** The text of a rule or chapter, with the cases told in it. */
interface EntryBody {
  /** Each case is a block that names its id. */
  blocks: Block[];
  cases: CaseEntry[];
  dropped: Dropped[];
}

function bodyOf(
  paragraphs: Paragraph[],
  ranges: CaseRange[],
  id: string,
  teller: { rule: string } | { chapter: string },
): EntryBody {
  const body: EntryBody = { blocks: [], cases: [], dropped: [] };
  const addText = (from: number, to?: number) => {
    const { blocks, dropped } = toBlocks(paragraphs.slice(from, to));
    append(body.blocks, blocks);
    append(body.dropped, dropped);
  };
  let next = 0;
  ranges.forEach((range, index) => {
    const caseId = `${id}-${index + 1}`;
    addText(next, range.marker ?? range.first);
    body.blocks.push({ type: 'case', id: caseId });
    for (const marker of [range.marker, range.endMarker]) {
      const paragraph = marker === undefined ? undefined : paragraphs[marker];
      if (paragraph)
        body.dropped.push({ line: paragraph.lines[0], text: paragraph.text, reason: 'case-marker' });
    }
    body.cases.push(caseEntry(paragraphs.slice(range.first, range.last + 1), range, caseId, teller));
    next = (range.endMarker ?? range.last) + 1;
  });
  addText(next);
  return body;
}

function caseEntry(
  paragraphs: Paragraph[],
  range: CaseRange,
  id: string,
  teller: { rule: string } | { chapter: string },
): CaseEntry {
  const texts = paragraphs.map(({ text }, index) =>
    closeUp(index === 0 ? text.slice(range.inlineMarker) : text),
  );
  const title = range.title ?? caseTitle(texts);
  return {
    kind: 'case',
    ...(title === undefined ? { untitled: true } : {}),
    data: {
      id,
      ...teller,
      kind: range.kind,
      ...(range.basis === undefined ? {} : { basis: range.basis }),
      title: { zh: title ?? firstWords(texts) },
      detection: { method: range.method, confidence: range.confidence, cues: range.cues },
      source: { lines: span(paragraphs.map((paragraph) => paragraph.lines)) },
    },
    blocks: paragraphs.map(paragraphBlock),
  };
}

function span(ranges: [number, number][]): [number, number] {
  return ranges.reduce(([first, last], [from, to]) => [Math.min(first, from), Math.max(last, to)]);
}

/** Gather labelled blocks. A label on a line of its own is kept as the block's label alone, and that line is dropped. */
function toBlocks(paragraphs: Paragraph[]): { blocks: Block[]; dropped: Dropped[] } {
  const texts = paragraphs.map(({ text }) => simplified(text));
  const blocks: Block[] = [];
  const dropped: Dropped[] = [];
  let next = 0;
  const addPlain = (stop: number) => {
    append(blocks, paragraphs.slice(next, stop).map(paragraphBlock));
  };
  const isHeading = (index: number) => paragraphs[index]?.heading !== undefined;
  for (const { label, first, last, alone } of labelSpans(texts, isHeading)) {
    if (alone && last === first) continue;
    addPlain(first);
    const [start, ...rest] = paragraphs.slice(first, last + 1);
    if (!start) continue;
    if (alone) dropped.push({ line: start.lines[0], text: start.text, reason: 'heading-label' });
    const own = alone ? rest : [start, ...rest];
    blocks.push({
      type: 'labelled',
      label,
      texts: own.map(({ text }) => text),
      ...(own.some(({ format }) => format) ? { formats: own.map(({ format }) => format) } : {}),
    });
    next = last + 1;
  }
  addPlain(paragraphs.length);
  return { blocks, dropped };
}

function paragraphBlock({ text, format, heading }: Paragraph): Block {
  if (heading !== undefined) return { type: 'heading', text, level: heading };
  return { type: 'paragraph', text, ...(format ? { format } : {}) };
}
