import type { ChapterNode, PartNode, RuleNode } from '../model.ts';
import type { ChapterEntry, RuleEntry } from './entry.ts';

type Span = [first: number, last: number];

/** The frontmatter of a chapter. */
export function chapterData(chapter: ChapterNode, id: string): ChapterEntry['data'] {
  const { epigraph } = chapter;
  const spans = [
    ...chapter.opening.map((paragraph) => paragraph.lines),
    ...(epigraph ? [epigraph.lines] : []),
    ...chapter.rules.flatMap((rule) =>
      rule.status === 'missing'
        ? []
        : [[rule.line, rule.line] satisfies Span, ...rule.paragraphs.map((p) => p.lines)],
    ),
  ];
  // A chapter without text names no lines of the source.
  const source = spans.length > 0 ? spanOf([[chapter.line, chapter.line], ...spans]) : undefined;
  return {
    id,
    number: chapter.number,
    ...ownLabel(chapter.label, String(chapter.number), chapter.title),
    ...(chapter.part ? { part: partData(chapter.part) } : {}),
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
  };
}

/** The frontmatter of a rule. */
export function ruleData(
  rule: RuleNode,
  { id, chapter, number }: Record<'id' | 'chapter' | 'number', string>,
): RuleEntry['data'] {
  const lines = spanOf([[rule.line, rule.line], ...rule.paragraphs.map((paragraph) => paragraph.lines)]);
  return {
    id,
    chapter,
    number,
    ...ownLabel(rule.label, number, rule.title),
    title: { zh: rule.title },
    page: rule.page,
    status: rule.status,
    ...(rule.status === 'missing' ? {} : { source: { lines } }),
  };
}

function partData({ number, title, label }: PartNode): ChapterEntry['data']['part'] {
  return { number, title: { zh: title }, ...ownLabel(label, '', title) };
}

/** The printed number (第三条), unless it is just the entry's own number or title. */
function ownLabel(label = '', number: string, title: string): { label?: string } {
  return label === '' || label === number || label === title ? {} : { label };
}

/** The first and last line of several ranges together. */
export function spanOf(ranges: readonly Span[]): Span {
  return ranges.reduce(([first, last], [from, to]) => [Math.min(first, from), Math.max(last, to)]);
}
