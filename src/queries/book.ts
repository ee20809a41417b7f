import { getCollection, type CollectionEntry } from 'astro:content';
import { openingChapters } from './opening-chapters.ts';
import type { Case } from '../schemas/case.ts';
import type { Chapter } from '../schemas/chapter.ts';
import type { Rule } from '../schemas/rule.ts';

/** A case without its text. */
export type CaseSummary = Case;

export interface RuleSummary extends Rule {
  /** In the order they stand in the rule. */
  cases: CaseSummary[];
  /** Han characters of the rule's text, its cases included. */
  length: number;
}

export interface ChapterSummary extends Chapter {
  rules: RuleSummary[];
}

/** The book in reading order, without its texts. */
export interface Book {
  chapters: ChapterSummary[];
  rules: RuleSummary[];
  cases: CaseSummary[];
}

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id, 'en', { numeric: true });
const hanCount = (text: string | undefined) => text?.match(/\p{Script=Han}/gu)?.length ?? 0;

async function readBook(): Promise<Book> {
  const [chapterEntries, ruleEntries, caseEntries] = await Promise.all([
    getCollection('chapters'),
    getCollection('rules'),
    getCollection('cases'),
  ]);
  const casesOf = Map.groupBy(caseEntries.sort(byId), (entry) => entry.data.rule);
  const summary = ({ data, body }: CollectionEntry<'rules'>): RuleSummary => {
    const cases = casesOf.get(data.id) ?? [];
    const length = cases.reduce((sum, entry) => sum + hanCount(entry.body), hanCount(body));
    return { ...data, cases: cases.map((entry) => entry.data), length };
  };
  const rules = ruleEntries.sort(byId).map(summary);
  const rulesOf = Map.groupBy(rules, (rule) => rule.chapter);
  const chapters = chapterEntries
    .sort(byId)
    .map(({ data }) => ({ ...data, rules: rulesOf.get(data.id) ?? [] }));
  return { chapters, rules, cases: rules.flatMap((rule) => rule.cases) };
}

let book: Promise<Book> | undefined;

/** The whole book; read once a build, at every call in development. */
export function getBook(): Promise<Book> {
  if (import.meta.env.DEV) return readBook();
  return (book ??= readBook());
}

/** As many cases as a phone on slow 4G shows within 0.9 s; a book of more has a page for all of them. */
const casesAtOnce = 120;

/** The chapters whose cases the library shows at once; the others' are left to a page of their own. */
export async function getOpeningChapters(): Promise<readonly ChapterSummary[]> {
  return openingChapters((await getBook()).chapters, casesAtOnce);
}

/** The entries before and after one in reading order. */
export function neighbours<T extends { id: string }>(entries: readonly T[], id: string) {
  const index = entries.findIndex((entry) => entry.id === id);
  return { previous: entries[index - 1], next: entries[index + 1] };
}
