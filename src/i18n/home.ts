import type { Messages } from './languages.ts';

/** The first page. */
const zh = {
  lead: (chapters: number, rules: number, cases: number) =>
    `${String(chapters)} 章，${String(rules)} 条法则，${String(cases)} 则案例。可以从头读，也可以只查今天要用的那一条。`,
  map: '二十八章一览',
  mapNote: '一竹一条法则，竹长随正文，朱点是案例，空竹尚缺正文。',
  today: '今日一条',
  resume: '接着读',
  bookmarks: '书签',
  noBookmarks: '读到想留住的法则，点“加书签”，它就会出现在这里。',
  remove: '移除',
};

const en: typeof zh = {
  lead: (chapters: number, rules: number, cases: number) =>
    `${String(chapters)} chapters, ${String(rules)} rules of working with customers and ${String(cases)} cases. Read it through, or look up the one rule you need today.`,
  map: 'The chapters at a glance',
  mapNote:
    'A slip is a rule, as tall as its text is long. A red dot is a case; an empty slip still lacks its text.',
  today: 'A rule for today',
  resume: 'Continue reading',
  bookmarks: 'Bookmarks',
  noBookmarks: 'Choose “Add bookmark” on a rule worth keeping, and it will stand here.',
  remove: 'Remove',
};

export const home = { zh, en } satisfies Messages<typeof zh>;
