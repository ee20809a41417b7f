import { getCollection, type CollectionEntry } from 'astro:content';
import { contentDir } from '../edition/files/environment.ts';
import { readEnglishText, type EnglishFolder } from '../edition/texts/english-text.ts';
import { byId } from '../edition/reading-order.ts';
import { guarded } from '../freshness/shown.ts';
import { memo } from './memo.ts';
import { openingChapters } from './arrange/opening-chapters.ts';
import { chapterMark, ruleMark } from '../lib/book/printed-names.ts';
import { countWords } from './arrange/count-words.ts';
import { parentIdOf } from '../lib/book/parent-id.ts';
import type { Case } from '../schemas/case.ts';
import type { Chapter } from '../schemas/chapter.ts';
import type { Rule } from '../schemas/rule.ts';

/** A case without its text. */
export type CaseSummary = Case;

export interface RuleSummary extends Rule {
  /** In reading order. */
  cases: CaseSummary[];
  /** Han characters of the rule's text, its cases included. */
  length: number;
  /** Words of its English; 0 if there is none. */
  words: number;
}

export interface ChapterSummary extends Chapter {
  rules: RuleSummary[];
  /** Cases in the chapter's own text; only a chapter without rules has any. */
  cases: CaseSummary[];
  /** Han characters of the chapter's own text, its cases included. */
  length: number;
  /** Words of its English; 0 if there is none. */
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

/** Fields of a chapter or rule that a page may only read if it declares the entry. All pages may show the rest. */
const guardedFields = ['summary', 'keywords', 'source', 'length', 'words'] as const;
const guardedCase = (entry: Case): CaseSummary =>
  guarded<CaseSummary>(`cases/${entry.id}`, entry, ['summary', 'keywords', 'source', 'facets', 'detection']);

async function readBook(): Promise<Book> {
  const [chapterEntries, ruleEntries, caseEntries] = await Promise.all([
    getCollection('chapters'),
    getCollection('rules'),
    getCollection('cases'),
  ]);
  const casesOf = Map.groupBy(caseEntries.sort(byId), ({ data }) => parentIdOf(data));
  const measured = ({ collection, data, body }: CollectionEntry<'chapters' | 'rules'>) => {
    const cases = casesOf.get(data.id) ?? [];
    const length = cases.reduce((sum, entry) => sum + hanCount(entry.body), hanCount(body));
    const words = cases.reduce(
      (sum, entry) => sum + wordCount('cases', entry.data.permalink),
      wordCount(collection, data.permalink),
    );
    return { cases: cases.map((entry) => guardedCase(entry.data)), length, words };
  };
  const rules = ruleEntries
    .sort(byId)
    .map((entry) =>
      guarded<RuleSummary>(`rules/${entry.data.id}`, { ...entry.data, ...measured(entry) }, guardedFields),
    );
  const rulesOf = Map.groupBy(rules, (rule) => rule.chapter);
  const chapters = chapterEntries.sort(byId).map((entry) => {
    const chapter = { ...entry.data, ...measured(entry), rules: rulesOf.get(entry.data.id) ?? [] };
    return guarded<ChapterSummary>(`chapters/${chapter.id}`, chapter, guardedFields);
  });
  return { chapters, rules, cases: chapters.flatMap(casesOfChapter) };
}

/** Whether a chapter has no rules, so that its own text is a page like a rule's. */
export const isBareChapter = ({ rules }: ChapterSummary): boolean => rules.length === 0;

/** All cases of a chapter, its own and those of its rules, in reading order. */
export const casesOfChapter = ({ cases, rules }: ChapterSummary): CaseSummary[] => [
  ...cases,
  ...rules.flatMap((rule) => rule.cases),
];

/** The rule or chapter that a case is in. */
export interface CasePlace {
  chapter: ChapterSummary;
  /** `undefined` if the chapter has no rules. */
  rule: RuleSummary | undefined;
}

/**
 * Find the rule or chapter that a case is in.
 * @throws Error if the book doesn't have it
 */
export function placeOf({ chapters, rules }: Book, entry: CaseSummary): CasePlace {
  const rule = rules.find(({ id }) => id === entry.rule);
  const chapter = chapters.find(({ id }) => id === (rule?.chapter ?? entry.chapter));
  if (chapter === undefined) {
    throw new Error(
      `Case ${entry.id} belongs to ${parentIdOf(entry)}, which has no file. Run the ingest again.`,
    );
  }
  return { chapter, rule };
}

/** The parent of a case, as the case's page names it: by the rule's number, or by the chapter's name. */
export function parentOf({ chapter, rule }: CasePlace) {
  return rule === undefined
    ? { kind: 'chapter' as const, id: chapter.id, name: chapterMark(chapter), title: chapter.title }
    : { kind: 'rule' as const, id: rule.id, name: ruleMark(rule), title: rule.title };
}

/** The whole book. */
export const getBook = memo(readBook);

/** The fields of all entries that any page may show. */
export async function plainEntries(): Promise<unknown> {
  const { chapters, rules, cases } = await getBook();
  const hidden = new Set<string>([...guardedFields, 'facets', 'detection', 'rules', 'cases']);
  return [chapters, rules, cases].map((entries) =>
    entries.map((entry) => Object.entries(entry).filter(([field]) => !hidden.has(field))),
  );
}

/** Names of the texts of a chapter or rule and its cases, for page keys: `rules/01-02`. */
export const textsOf = (entry: ChapterSummary | RuleSummary): string[] => [
  `${'rules' in entry ? 'chapters' : 'rules'}/${entry.id}`,
  ...entry.cases.map(({ id }) => `cases/${id}`),
];

/** Cases that a phone on slow 4G shows within 0.9 s. The library of a book with more has a second page. */
const maxCasesAtOnce = 120;

/** The chapters whose cases the library's first page shows. */
export async function getOpeningChapters(): Promise<readonly ChapterSummary[]> {
  return openingChapters((await getBook()).chapters, maxCasesAtOnce);
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
