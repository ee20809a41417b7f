import type { Messages } from './languages.ts';

/** Keyword index and glossary. */
const zh = {
  keywords: '关键词索引',
  keywordsLead: (count: number) =>
    `${String(count)} 个关键词，按拼音排列。数字是法则的编号；前面有朱点的，是案例所在的法则。`,
  keywordsDescription: (count: number) => `全书法则与案例的 ${String(count)} 个关键词，按拼音首字母排列。`,
  noKeywords: '这一版还没有关键词。',
  glossary: '术语',
  glossaryLead: (count: number) =>
    `${String(count)} 条行话，各用一句话说清。正文里第一次出现时，点一下词也能看到。`,
  glossaryDescription: (count: number) => `${String(count)} 个术语的中英文名称与一句话解释，附出处。`,
  noGlossary: '这一版没有术语表。',
  letters: '首字母',
  other: '其他',
  mentions: '见法则',
  more: (all: number, shown: number) => (all > shown ? `等 ${String(all)} 条` : ''),
  aliases: '又作',
  case: '案例',
};

const en: typeof zh = {
  keywords: 'Keyword index',
  keywordsLead: (count: number) =>
    `${String(count)} keywords. Numbers are rules; after a red dot, the rule that tells the case.`,
  keywordsDescription: (count: number) =>
    `The ${String(count)} keywords of all rules and cases, in alphabetical order.`,
  noKeywords: 'This edition has no English keywords yet.',
  glossary: 'Glossary',
  glossaryLead: (count: number) =>
    `${String(count)} words of the trade, a line each. In the text, they open at their first mention.`,
  glossaryDescription: (count: number) =>
    `${String(count)} terms in Chinese and English, explained in a line each, with the rules that use them.`,
  noGlossary: 'This edition has no glossary.',
  letters: 'First letters',
  other: 'Other',
  mentions: 'Rules',
  more: (all: number, shown: number) => (all > shown ? `and ${String(all - shown)} more` : ''),
  aliases: 'Also',
  case: 'case',
};

export const indexes = { zh, en } satisfies Messages<typeof zh>;
