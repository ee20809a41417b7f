import type { Finding } from '../../../../src/schemas/report.ts';
import { visibleLength } from '../../language/prose.ts';
import type { ChapterNode } from '../../model.ts';
import { formWords } from '../../series/forms/words.ts';
import { isPlaced } from '../../series/forms/placed.ts';
import type { Check } from '../inspection.ts';

/** So many lines of one form beside a single chapter may be its chapters instead. */
const fewestRivals = 4;
/** One of several chapters with more than this share of the text may hold others. */
const mostInOne = 0.6;
/** This share of the chapters without any text below is no book's. */
const mostEmpty = 0.2;
/** Numbers that are named where they are missing. */
const maxNamed = 5;

/** Signs that chapters were missed or taken for what they are not. */
export const checkUnsureChapters: Check = ({ outline: { book, leveled, toc, headings, isPlain } }) => {
  const { chapters } = book;
  const [first] = chapters;
  if (isPlain || !first) return [];
  const doubts: [line: number, doubt: string][] = [];
  const rival = leveled.series
    .filter(({ form }) => form !== leveled.levels?.chapters.form)
    .reduce<(typeof leveled.series)[number] | undefined>(
      (most, each) => (each.members.length > (most?.members.length ?? 0) ? each : most),
      undefined,
    );
  if (chapters.length === 1 && rival && rival.members.length >= fewestRivals)
    doubts.push([
      first.line,
      `There is one chapter, “${first.title}”, and ${rival.members.length} ${formWords(rival.form)}, such as “${rival.members[0]?.title ?? ''}”`,
    ]);
  const form = leveled.levels?.chapters.form ?? '';
  if (!toc && isPlaced(form))
    doubts.push([
      first.line,
      `The chapters were told by their place or type alone: ${chapters.length} ${formWords(form)}`,
    ]);
  doubts.push(...emptyChapters(chapters), ...largeChapter(chapters));
  if (headings.some(({ level }) => level === 'chapter')) doubts.push(...missingNumbers(chapters));
  return doubts.map(([line, doubt]): Finding => ({
    code: 'unsure-chapters',
    severity: 'warning',
    line,
    message: `${doubt}. If chapters were missed or are none, say so in overrides.yaml (heading: …, as: chapter or prose); a dry run tells why these were taken.`,
  }));
};

function emptyChapters(chapters: ChapterNode[]): [number, string][] {
  const empty = chapters.filter((chapter) => lengthOf(chapter) === 0);
  const [first] = empty;
  return first && empty.length >= 2 && empty.length > mostEmpty * chapters.length
    ? [[first.line, `${empty.length} of ${chapters.length} chapters have no text, such as “${first.title}”`]]
    : [];
}

function largeChapter(chapters: ChapterNode[]): [number, string][] {
  if (chapters.length < 3) return [];
  const lengths = chapters.map(lengthOf);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const at = lengths.findIndex((length) => length > mostInOne * all);
  const chapter = chapters[at];
  const share = Math.round((100 * (lengths[at] ?? 0)) / Math.max(1, all));
  return chapter ? [[chapter.line, `Chapter “${chapter.title}” has ${share} % of the text`]] : [];
}

/** Numbers that chapters skip. */
function missingNumbers(chapters: ChapterNode[]): [number, string][] {
  const missing = chapters.flatMap((chapter, i): { line: number; number: number }[] => {
    const above = chapters[i - 1];
    if (!above?.label || !chapter.label || chapter.part !== above.part) return [];
    const skipped = chapter.number - above.number - 1;
    return Array.from({ length: Math.min(maxNamed, Math.max(0, skipped)) }, (_, k) => ({
      line: chapter.line,
      number: above.number + 1 + k,
    }));
  });
  const [first] = missing;
  if (!first) return [];
  const numbers = missing.slice(0, maxNamed).map(({ number }) => number);
  return [
    [
      first.line,
      `No heading was found of ${numbers.length === 1 ? 'chapter' : 'chapters'} ${numbers.join(', ')}${missing.length > maxNamed ? ' …' : ''}`,
    ],
  ];
}

function lengthOf({ opening, epigraph, rules }: ChapterNode): number {
  const texts = [...opening, ...rules.flatMap(({ paragraphs, title }) => [{ text: title }, ...paragraphs])];
  return texts.reduce((sum, { text }) => sum + visibleLength(text), visibleLength(epigraph?.text ?? ''));
}
