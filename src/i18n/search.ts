import { toHan } from '../lib/han-number.ts';
import type { HintWords } from '../lib/language/hint-words.ts';
import type { Messages } from './languages.ts';

/** Words of the book at hand, by way of example; `null` for a book without any, absent in the shipped edition. */
const own = import.meta.env.BOOK_WORDS as HintWords | null | undefined;

type Hint = [typed: string, meaning: string];

/** What may be typed, each with what it means. Hints that need words of a book come only with them. */
function hints(
  words: HintWords | null,
  meaning: Record<'both' | 'exact' | 'without' | 'pinyin', string> & { number: Hint },
): Hint[] {
  if (words === null) return [meaning.number];
  const { first, second } = words;
  return [
    [`${first} ${second}`, meaning.both],
    [`“${first}”`, meaning.exact],
    [`${first} -${second}`, meaning.without],
    meaning.number,
    [`${words.pinyin}　${words.initials}`, meaning.pinyin],
  ];
}

/** The search page and the search dialog. */
const zh = {
  title: '搜索',
  description: '在全部法则、案例、各章与术语里查找：任意几个字、几个词、拼音、英文或法则编号。',
  lead: '任意几个字都查得到，不必是整词。',
  placeholder: '几个字、几个词、拼音、英文或法则编号',
  submit: '搜索',
  close: '关闭',
  noScript: '搜索在你的设备上进行，需要打开 JavaScript。也可以从目录、关键词和术语找起。',
  help: '怎么查',
  hints: hints(own === undefined ? { first: '客户', second: '需求', pinyin: 'kehu', initials: 'kh' } : own, {
    both: '空一格：几处都要有',
    exact: '加引号：一字不差',
    without: '减号：不要这个词',
    number: ['1.2　第3章', '编号：直接到那里'],
    pinyin: '拼音或首字母：查标题与关键词',
  }),
  recent: '最近查过',
  forget: '清除',
  loading: '正在取索引……',
  offline: '索引没有取到。也许断网了，接上网再试一次。',
  failed: '搜索没有启动起来，请再试一次。',
  retry: '再试一次',
  found: (count: number) => `${String(count)} 处`,
  foundAll: (count: number) => `共 ${String(count)} 条结果`,
  narrowed: (count: number, all: number) => `${String(all)} 条结果中的 ${String(count)} 条`,
  none: (typed: string) => `没有找到“${typed}”。`,
  noneNarrowed: '这样筛选后没有结果，去掉一个条件试试。',
  relaxed: {
    simplified: (typed: string, terms: string) => `“${typed}”按简体“${terms}”查找`,
    traditional: (typed: string, terms: string) => `“${typed}”按繁体“${terms}”查找`,
    typo: (typed: string, terms: string) => `没有“${typed}”，按“${terms}”查找`,
    synonyms: (typed: string, terms: string) => `没有“${typed}”，按意思相近的“${terms}”查找`,
    words: (typed: string) => `没有连着的“${typed}”，列出各词都有的`,
    characters: (typed: string) => `没有连着的“${typed}”，列出这些字挨得近的`,
    any: (typed: string) => `没有一处含齐“${typed}”，列出含其中一些词的`,
    pinyin: (typed: string) => `“${typed}”按拼音查标题与关键词`,
    english: (typed: string) => `“${typed}”按英文标题与提要查找`,
    'english-any': (typed: string) => `英文里没有一处含齐“${typed}”，列出含其中一些词的`,
  },
  missing: (words: string) => `哪里都没有“${words}”`,
  nearest: '标题相近的',
  common: '常用的关键词',
  more: (count: number) => `再看 ${String(count)} 条`,
  narrow: '筛选',
  any: '不限',
  clear: '全部去掉',
  allTypes: '全部',
  types: { rule: '法则', case: '案例', chapter: '章', term: '术语', front: '前言附录' },
  facets: {
    book: '手册',
    chapter: '章',
    country: '国家',
    role: '角色',
    industry: '行业',
    year: '年份',
    outcome: '结局',
  },
  outcomes: { success: '成功', failure: '失败', mixed: '有得有失' } as Record<string, string>,
  chapter: (number: string) => `第${toHan(Number(number))}章`,
  rule: (number: string) => `法则 ${number}`,
  caseOf: (number: string) => `案例 · 法则 ${number}`,
  times: (count: number) => `${String(count)} 处`,
  marks: (current: number, all: number) => `${String(current)} / ${String(all)}`,
  marksLabel: '查到的地方',
  previousMark: '上一处',
  nextMark: '下一处',
  clearMarks: '去掉标记',
  cases: '在案例里搜索',
};

const en: typeof zh = {
  title: 'Search',
  description:
    'Search all rules, cases, chapters and terms: any words, pinyin, Chinese characters or the number of a rule.',
  lead: 'English finds titles, summaries and keywords; Chinese finds the full text.',
  placeholder: 'Words, Chinese, pinyin or the number of a rule',
  submit: 'Search',
  close: 'Close',
  noScript:
    'Searching happens on your device and needs JavaScript. You can also start from the contents, the keywords or the glossary.',
  help: 'How to search',
  hints: hints(
    own === undefined ? { first: 'customer', second: 'trust', pinyin: 'kehu', initials: 'kh' } : own,
    {
      both: 'several words: all of them',
      exact: 'in quotation marks: exactly so',
      without: 'a minus: without this word',
      number: ['1.2　chapter 3', 'a number: straight to it'],
      pinyin: 'pinyin or initials: titles and keywords',
    },
  ),
  recent: 'Searched before',
  forget: 'Clear',
  loading: 'Fetching the index …',
  offline: 'The index did not arrive. You may be offline; try again once you are connected.',
  failed: 'The search did not start. Please try again.',
  retry: 'Try again',
  found: (count: number) => `${String(count)} ${count === 1 ? 'place' : 'places'}`,
  foundAll: (count: number) => `${String(count)} ${count === 1 ? 'result' : 'results'}`,
  narrowed: (count: number, all: number) => `${String(count)} of ${String(all)} results`,
  none: (typed: string) => `Nothing found for “${typed}”.`,
  noneNarrowed: 'No result answers all of these. Try taking one away.',
  relaxed: {
    simplified: (typed: string, terms: string) =>
      `“${typed}” searched in Simplified characters as “${terms}”`,
    traditional: (typed: string, terms: string) =>
      `“${typed}” searched in Traditional characters as “${terms}”`,
    typo: (typed: string, terms: string) => `No “${typed}”; searched for “${terms}” instead`,
    synonyms: (typed: string, terms: string) =>
      `No “${typed}”; searched for “${terms}”, which is near in meaning`,
    words: (typed: string) => `“${typed}” is nowhere in one piece; these have all of its words`,
    characters: (typed: string) =>
      `“${typed}” is nowhere in one piece; these have its characters close together`,
    any: (typed: string) => `Nothing has all of “${typed}”; these have some of it`,
    pinyin: (typed: string) => `“${typed}” read as pinyin in titles and keywords`,
    english: (typed: string) => `“${typed}” found in English titles and summaries`,
    'english-any': (typed: string) => `Nothing has all of “${typed}”; these have some of the words`,
  },
  missing: (words: string) => `“${words}” is nowhere`,
  nearest: 'Titles like it',
  common: 'Common keywords',
  more: (count: number) => `Show ${String(count)} more`,
  narrow: 'Filter',
  any: 'Any',
  clear: 'Clear all',
  allTypes: 'All',
  types: { rule: 'Rules', case: 'Cases', chapter: 'Chapters', term: 'Terms', front: 'Front and back matter' },
  facets: {
    book: 'Handbook',
    chapter: 'Chapter',
    country: 'Country',
    role: 'Role',
    industry: 'Industry',
    year: 'Year',
    outcome: 'Outcome',
  },
  outcomes: { success: 'Success', failure: 'Failure', mixed: 'Mixed' },
  chapter: (number: string) => `Chapter ${number}`,
  rule: (number: string) => `Rule ${number}`,
  caseOf: (number: string) => `Case · Rule ${number}`,
  times: (count: number) => `${String(count)} ${count === 1 ? 'place' : 'places'}`,
  marks: (current: number, all: number) => `${String(current)} of ${String(all)}`,
  marksLabel: 'Places found',
  previousMark: 'Previous place',
  nextMark: 'Next place',
  clearMarks: 'Remove the marks',
  cases: 'Search the cases',
};

export const search = { zh, en } satisfies Messages<typeof zh>;
export type SearchTexts = typeof zh;
