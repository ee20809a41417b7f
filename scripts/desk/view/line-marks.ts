import { squeeze } from '../../../src/lib/squeeze.ts';
import { editorLines } from '../../ingest/corrections/line-index.ts';
import type { Stages } from '../../ingest/run/stages.ts';
import type { LineKind, LineMark } from '../protocol/model.ts';

const kindOfDropped: Record<string, LineKind> = {
  toc: 'contents',
  furniture: 'furniture',
  markup: 'furniture',
  override: 'dropped',
  'heading-label': 'label',
  'case-marker': 'marker',
};

/** What every line of the source is in the book. */
export function markLines({ source, outline, entries, overrides }: Stages): LineMark[] {
  const printed = editorLines(source.lines);
  const places = new Map(printed.map(({ number }, index) => [number, index]));
  const marks = printed.map(({ text }): LineMark => ({ kind: text.trim() === '' ? 'blank' : 'text' }));
  const at = (number: number): LineMark | undefined => marks[places.get(number) ?? -1];
  const each = ([from, to]: [number, number], change: (mark: LineMark, number: number) => void): void => {
    for (let index = places.get(from) ?? marks.length; index < marks.length; index += 1) {
      const number = printed[index]?.number ?? Infinity;
      if (number > to) return;
      const mark = marks[index];
      if (mark) change(mark, number);
    }
  };
  markEntries(entries, at, each);
  const textOf = (number: number): string => squeeze(printed[places.get(number) ?? -1]?.text ?? '');
  for (const { line, text, reason } of [...outline.book.dropped, ...entries.dropped]) {
    const kind = kindOfDropped[reason];
    const mark = at(line);
    // Of a line that was split, more than half may still be in the book.
    if (mark && kind && squeeze(text).length * 2 > textOf(line).length) mark.kind = kind;
  }
  for (const { first, last, level } of outline.headings)
    for (let i = first; i <= last; i += 1) {
      const line = outline.lines[i];
      const mark = line && line.text.trim() !== '' ? at(line.number) : undefined;
      if (mark) mark.kind = level;
    }
  markJoints(outline, at, each);
  markCases(entries, at, each);
  for (const number of overrides.placed.lines.values()) {
    const mark = at(number);
    if (mark) mark.decided = true;
  }
  return marks;
}

type Each = (lines: [number, number], change: (mark: LineMark, number: number) => void) => void;

function markJoints(
  { book, joins }: Stages['outline'],
  at: (number: number) => LineMark | undefined,
  each: Each,
): void {
  const paragraphs = [
    ...book.front.flatMap((section) => section.paragraphs),
    ...book.chapters.flatMap((chapter) => [
      ...chapter.opening,
      ...chapter.rules.flatMap((rule) => rule.paragraphs),
    ]),
  ];
  for (const { lines } of paragraphs) {
    if (lines[0] === lines[1]) continue;
    each(lines, (mark, number) => {
      if (number > lines[0] && mark.kind === 'text') mark.joint = 'wrap';
    });
  }
  for (const number of joins) {
    const mark = at(number);
    if (mark) mark.joint = 'page';
  }
}

function markCases(
  entries: Stages['entries'],
  at: (number: number) => LineMark | undefined,
  each: Each,
): void {
  for (const { data } of entries.cases) {
    const [first, last] = data.source.lines;
    each(data.source.lines, (mark) => {
      mark.entry = `case ${data.id}`;
      mark.story = 'inside';
    });
    const [start, end] = [at(first), at(last)];
    if (start) start.story = first === last ? 'only' : 'first';
    if (end && first !== last) end.story = 'last';
  }
}

function markEntries(
  { front, chapters, rules }: Stages['entries'],
  at: (number: number) => LineMark | undefined,
  each: Each,
): void {
  const name = (lines: [number, number] | undefined, key: string) => {
    if (lines)
      each(lines, (mark) => {
        mark.entry = key;
      });
  };
  for (const { id, data } of front) {
    name(data.source?.lines, `front ${id}`);
    const mark = data.heading === undefined || !data.source ? undefined : at(data.source.lines[0]);
    if (mark) mark.kind = 'front';
  }
  for (const { data } of chapters) name(data.source?.lines, `chapter ${data.id}`);
  for (const { data } of rules) if (data.status !== 'missing') name(data.source?.lines, `rule ${data.id}`);
}
