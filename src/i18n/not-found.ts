import type { Messages } from './languages.ts';

/** The page for addresses that lead nowhere. */
const zh = {
  title: '没有这一页',
  lead: '这个地址没有页面，也许是抄漏了一段，也许书里换了编号。',
  searched: '下面按地址里的字替你找了找。',
  ways: '其他去处',
  home: '首页',
  description: '这个地址没有页面。可以在这里按地址里的字搜索。',
};

const en: typeof zh = {
  title: 'No such page',
  lead: 'Nothing stands at this address. Part of it may have been lost in copying, or the book has new numbers.',
  searched: 'Below is what a search for the words of the address finds.',
  ways: 'Other ways on',
  home: 'First page',
  description: 'Nothing stands at this address. Search here for the words in it.',
};

export const notFound = { zh, en } satisfies Messages<typeof zh>;
