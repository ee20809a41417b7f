import { toHan } from '../lib/han-number.ts';
import type { Messages } from './languages.ts';

/** The first page. */
const zh = {
  chapters: (count: number) => `${toHan(count)}章`,
  rules: (count: number) => `${toHan(count)}条法则`,
  cases: (count: number) => `${toHan(count)}则案例`,
  lead: '可以从头读，也可以只查今天要用的那一条。',
  map: (chapters: number) => `${toHan(chapters)}章一览`,
  mapNote: '一枚竹简是一条法则：墨迹长短随正文，朱点是案例，空简尚缺正文。',
  today: '今日一条',
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
  cases: (count: number) => `${String(count)} cases`,
  lead: 'Read it through, or look up the rule you need today.',
  map: () => 'The chapters at a glance',
  mapNote:
    'A bamboo slip is a rule: the ink runs as far as its text, a red dot is a case, and an empty slip still lacks its text.',
  today: 'A rule for today',
  resume: 'Continue reading',
  nothingRead: 'The place where you stop will be kept here.',
  bookmarks: 'Bookmarks',
  noBookmarks: 'Choose “Add bookmark” on a rule worth keeping, and it will stand here.',
  remove: 'Remove',
  needsScript:
    'Bookmarks are kept on this device by a script. Scripts are off here; all other pages read as usual.',
};

export const home = { zh, en } satisfies Messages<typeof zh>;
