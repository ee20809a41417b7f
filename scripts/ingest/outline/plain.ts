import type { Book, ChapterNode, Line, Paragraph } from '../model.ts';
import type { Outline } from './outline.ts';

/**
 * The plainest outline of a book: its chapters, each with every line below it unchanged. It can't lose a
 * character, so it replaces a full outline that loses or repeats one.
 */
export function plainOutline(outline: Outline): Outline {
  const { lines, headings, taken } = outline;
  const heads = headings.filter(({ level }) => level === 'chapter');
  const starts = heads.map(({ first }) => first);
  const chapters = heads.map(({ first, number }, i): ChapterNode => ({
    number: number ?? i + 1,
    title: lines[first]?.text.trim() ?? '',
    page: null,
    line: lines[first]?.number ?? 1,
    ownsLine: true,
    epigraph: undefined,
    opening: textsOf(lines, first + 1, starts[i + 1] ?? lines.length),
    rules: [],
  }));
  const before = textsOf(lines, 0, starts[0] ?? lines.length);
  const book: Book = {
    front:
      before.length > 0
        ? [{ heading: undefined, kind: 'other', lines: spanOf(before), paragraphs: before }]
        : [],
    chapters,
    dropped: [...taken],
    rejoined: 0,
  };
  const none = { furniture: { lines: new Set<number>(), groups: [] }, joins: [], toc: undefined };
  return { ...outline, ...none, book, headings: [], nodes: new Map(), isPlain: true };
}

function textsOf(lines: Line[], from: number, to: number): Paragraph[] {
  return lines
    .slice(from, to)
    .filter(({ text }) => text.trim() !== '')
    .map(({ number, text }) => ({ text: text.trim(), lines: [number, number] }));
}

function spanOf(texts: Paragraph[]): [number, number] {
  return [texts[0]?.lines[0] ?? 1, texts.at(-1)?.lines[1] ?? 1];
}
