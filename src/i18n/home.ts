import { toHan } from '../lib/han-number.ts';
import type { Messages } from './languages.ts';

/** What the note on the chapters' bamboo slips has to explain. */
interface Slips {
  unit: 'rule' | 'chapter' | 'both';
  cases: boolean;
  missing: boolean;
}

/** The first page. */
const zh = {
  chapters: (count: number) => `${toHan(count)}章`,
  rules: (count: number) => `${toHan(count)}条法则`,
  cases: (count: number) => `${toHan(count)}则案例`,
  lead: '可以从头读，也可以只查今天要用的那一条。',
  map: (chapters: number) => `${toHan(chapters)}章一览`,
  mapNote: ({ unit, cases, missing }: Slips) =>
    [
      `一枚竹简是${{ rule: '一条法则', chapter: '一章', both: '一条法则或一章' }[unit]}：墨迹长短随正文`,
      ...(cases ? ['朱点是案例'] : []),
      ...(missing ? ['空简尚缺正文'] : []),
    ].join('，') + '。',
  today: '今日一条',
  todayChapter: '今日一章',
  resume: '接着读',
  nothingRead: '读过的地方会记在这里。',
  bookmarks: '书签',
  noBookmarks: '读到想留住的法则，点“加书签”，就留在这里。',
  remove: '移除',
  needsScript: '书签记在这台设备上，要靠脚本；脚本未启用，其余各页照常可读。',
};

const en: typeof zh = {
  chapters: (count: number) => `${String(count)} chapters`,
  rules: (count: number) => `${String(count)} rules`,
  cases: (count: number) => (count === 1 ? '1 case' : `${String(count)} cases`),
  lead: 'Read it through, or look up the rule you need today.',
  map: () => 'The chapters at a glance',
  mapNote: ({ unit, cases, missing }: Slips) => {
    const facts = [
      'the ink runs as far as its text',
      ...(cases ? ['a red dot is a case'] : []),
      ...(missing ? ['an empty slip still lacks its text'] : []),
    ];
    const slip = { rule: 'a rule', chapter: 'a chapter', both: 'a rule or a chapter' }[unit];
    const last = facts.pop() ?? '';
    return `A bamboo slip is ${slip}: ${facts.length > 1 ? `${facts.join(', ')}, and ` : facts.length === 1 ? `${facts.join('')}, and ` : ''}${last}.`;
  },
  today: 'A rule for today',
  todayChapter: 'A chapter for today',
  resume: 'Continue reading',
  nothingRead: 'The place where you stop will be kept here.',
  bookmarks: 'Bookmarks',
  noBookmarks: 'Choose “Add bookmark” on a rule worth keeping, and it will stand here.',
  remove: 'Remove',
  needsScript:
    'Bookmarks are kept on this device by a script. Scripts are off here; all other pages read as usual.',
};

export const home = { zh, en } satisfies Messages<typeof zh>;
