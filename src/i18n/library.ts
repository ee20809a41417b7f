import type { Messages } from './languages.ts';

/** The case library and its registers by facet. */
const zh = {
  title: '案例',
  lead: (count: number) => `${String(count)} 则。按行业、角色、地方、年份和结局，找离你最近的一则。`,
  description: (count: number) => `${String(count)} 则案例，可按结局、行业、角色、国家、地方、年份和章筛选。`,
  empty: '这一版的来源里没有案例。',
  filter: '筛选',
  filterLabel: '筛选案例',
  close: '看结果',
  facets: {
    outcome: '结局',
    industry: '行业',
    role: '角色',
    country: '国家',
    place: '地方',
    year: '年份',
    chapter: '章',
  },
  more: (count: number) => `另 ${String(count)} 项`,
  all: (all: number) => `共 ${String(all)} 则`,
  /** The script puts the number in for `{shown}`. */
  some: (all: number) => `${String(all)} 则中的 {shown} 则`,
  none: '没有一则同时合乎这些条件，去掉一个试试。',
  rest: (count: number) => `其余 ${String(count)} 则`,
  coming: '正在取其余案例……',
  absent: '其余案例没有取到，还不能筛选；联网后再选。',
  chosen: '已选',
  clear: '全部去掉',
  registers: '分类总表',
  register: (facet: string) => `按${facet}查案例`,
  registerDescription: (facet: string, values: string) => `全部案例按${facet}排列：${values}。`,
  library: '全部案例',
  combine: '接着筛选',
};

const en: typeof zh = {
  title: 'Cases',
  lead: (count: number) =>
    `${String(count)} cases. Find the one nearest to you by industry, role, place, year and outcome.`,
  description: (count: number) =>
    `${String(count)} cases, to be filtered by outcome, industry, role, country, place, year and chapter.`,
  empty: 'The source of this edition has no cases.',
  filter: 'Filter',
  filterLabel: 'Filter cases',
  close: 'Show results',
  facets: {
    outcome: 'Outcome',
    industry: 'Industry',
    role: 'Role',
    country: 'Country',
    place: 'Place',
    year: 'Year',
    chapter: 'Chapter',
  },
  more: (count: number) => `${String(count)} more`,
  all: (all: number) => `${String(all)} cases`,
  some: (all: number) => `{shown} of ${String(all)} cases`,
  none: 'No case answers all of these. Try taking one away.',
  rest: (count: number) => `The other ${String(count)} cases`,
  coming: 'Fetching the other cases…',
  absent: 'The other cases did not arrive, so nothing is filtered yet. Choose again once you are online.',
  chosen: 'Chosen',
  clear: 'Clear all',
  registers: 'Registers',
  register: (facet: string) => `Cases by ${facet.toLowerCase()}`,
  registerDescription: (facet: string, values: string) => `All cases by ${facet.toLowerCase()}: ${values}.`,
  library: 'All cases',
  combine: 'Filter further',
};

export const library = { zh, en } satisfies Messages<typeof zh>;
