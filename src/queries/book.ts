import { getCollection, type CollectionEntry } from 'astro:content';
import { contentDir } from '../edition/files/environment.ts';
import { readEnglishText, type EnglishFolder } from '../edition/texts/english-text.ts';
import { byId } from '../edition/reading-order.ts';
import { guarded } from '../freshness/shown.ts';
import { memo } from './memo.ts';
import { openingChapters } from './arrange/opening-chapters.ts';
import { chapterMark, ruleMark } from '../lib/book/printed-names.ts';
import { countWords } from './arrange/count-words.ts';
import { tellerOf } from '../lib/book/teller.ts';
import type { Case } from '../schemas/case.ts';
import type { Chapter } from '../schemas/chapter.ts';
import type { Rule } from '../schemas/rule.ts';

/** A case without its text. */
export type CaseSummary = Case;

export interface RuleSummary extends Rule {
  /** In the rule's order. */
  cases: CaseSummary[];
  /** Han characters of the rule's text, its cases included. */
  length: number;
  /** Words of the same in English; 0 if there is none. */
  words: number;
}

export interface ChapterSummary extends Chapter {
  rules: RuleSummary[];
  /** Cases in the chapter's own text; only a chapter without rules has any. */
  cases: CaseSummary[];
  /** Han characters of the chapter's own text, its cases included. */
  length: number;
  /** Words of the same in English; 0 if there is none. */
  words: number;
}

/** The book in reading order, without its texts. */
export interface Book {
  chapters: ChapterSummary[];
  rules: RuleSummary[];
  cases: CaseSummary[];
}

const hanCount = (text: string | undefined) => text?.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Words of an entry's English text. */
function wordCount(folder: EnglishFolder, code: string): number {
  const english = readEnglishText(contentDir, folder, code)?.paragraphs ?? [];
  return english.reduce((sum, { text }) => sum + countWords(text), 0);
}

/** Fields that only pages can read that declare the entry. All pages may show the rest. */
const own = ['summary', 'keywords', 'source', 'length', 'words'] as const;
const ownCase = (entry: Case): CaseSummary =>
  guarded<CaseSummary>(`cases/${entry.id}`, entry, ['summary', 'keywords', 'source', 'facets', 'detection']);

async function readBook(): Promise<Book> {
  const [chapterEntries, ruleEntries, caseEntries] = await Promise.all([
    getCollection('chapters'),
    getCollection('rules'),
    getCollection('cases'),
  ]);
  const casesOf = Map.groupBy(caseEntries.sort(byId), ({ data }) => tellerOf(data));
  const measured = ({ collection, data, body }: CollectionEntry<'chapters' | 'rules'>) => {
    const cases = casesOf.get(data.id) ?? [];
    const length = cases.reduce((sum, entry) => sum + hanCount(entry.body), hanCount(body));
    const words = cases.reduce(
      (sum, entry) => sum + wordCount('cases', entry.data.permalink),
      wordCount(collection, data.permalink),
    );
    return { cases: cases.map((entry) => ownCase(entry.data)), length, words };
  };
  const rules = ruleEntries
    .sort(byId)
    .map((entry) =>
      guarded<RuleSummary>(`rules/${entry.data.id}`, { ...entry.data, ...measured(entry) }, own),
    );
  const rulesOf = Map.groupBy(rules, (rule) => rule.chapter);
  const chapters = chapterEntries.sort(byId).map((entry) => {
    const chapter = { ...entry.data, ...measured(entry), rules: rulesOf.get(entry.data.id) ?? [] };
    return guarded<ChapterSummary>(`chapters/${chapter.id}`, chapter, own);
  });
  return { chapters, rules, cases: chapters.flatMap(casesOfChapter) };
}

/** A chapter without rules is a page of text like a rule's. */
export const isBareChapter = ({ rules }: ChapterSummary): boolean => rules.length === 0;

/** All cases of a chapter, its own and those of its rules, in reading order. */
export const casesOfChapter = ({ cases, rules }: ChapterSummary): CaseSummary[] => [
  ...cases,
  ...rules.flatMap((rule) => rule.cases),
];

/** The rule or chapter that tells a case. */
export interface CasePlace {
  chapter: ChapterSummary;
  /** Absent where the chapter has no rules. */
  rule: RuleSummary | undefined;
}

/** @throws where the book lacks the rule or chapter that the case names. */
export function placeOf({ chapters, rules }: Book, entry: CaseSummary): CasePlace {
  const rule = rules.find(({ id }) => id === entry.rule);
  const chapter = chapters.find(({ id }) => id === (rule?.chapter ?? entry.chapter));
  if (chapter === undefined) {
    throw new Error(
      `Case ${entry.id} belongs to ${tellerOf(entry)}, which has no file. Run the ingest again.`,
    );
  }
  return { chapter, rule };
}

/** What tells a case, as a case's page names it: by the rule's number, or by what the chapter is called. */
export function tellerIn({ chapter, rule }: CasePlace) {
  return rule === undefined
    ? { kind: 'chapter' as const, id: chapter.id, name: chapterMark(chapter), title: chapter.title }
    : { kind: 'rule' as const, id: rule.id, name: ruleMark(rule), title: rule.title };
}

/** The whole book. */
export const getBook = memo(readBook);

/** Of all entries what any page may show. */
export async function plainEntries(): Promise<unknown> {
  const { chapters, rules, cases } = await getBook();
  const left = new Set<string>([...own, 'facets', 'detection', 'rules', 'cases']);
  return [chapters, rules, cases].map((entries) =>
    entries.map((entry) => Object.entries(entry).filter(([field]) => !left.has(field))),
  );
}

/** A chapter's or a rule's text and those of its cases, as the keys of pages name them. */
export const textsOf = (entry: ChapterSummary | RuleSummary): string[] => [
  `${'rules' in entry ? 'chapters' : 'rules'}/${entry.id}`,
  ...entry.cases.map(({ id }) => `cases/${id}`),
];

/** As many cases as a phone on slow 4G shows within 0.9 s; a book of more has a page for all of them. */
const casesAtOnce = 120;

/** The chapters whose cases the library shows at once; the others' are left to a page of their own. */
export async function getOpeningChapters(): Promise<readonly ChapterSummary[]> {
  return openingChapters((await getBook()).chapters, casesAtOnce);
}

/** A page of text: a rule, or a chapter without rules. */
export type ReadingPage = { kind: 'rule'; entry: RuleSummary } | { kind: 'chapter'; entry: ChapterSummary };

/** The pages that hold the book's text, in reading order. */
export const readingPages = ({ chapters }: Book): ReadingPage[] =>
  chapters.flatMap((chapter): ReadingPage[] =>
    chapter.rules.length > 0
      ? chapter.rules.map((entry) => ({ kind: 'rule', entry }))
      : [{ kind: 'chapter', entry: chapter }],
  );

/** The entries before and after one in reading order. */
export function neighbours<T extends { id: string }>(entries: readonly T[], id: string) {
  const index = entries.findIndex((entry) => entry.id === id);
  return { previous: entries[index - 1], next: entries[index + 1] };
}
