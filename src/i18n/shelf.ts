import type { ShelfLanguage } from '../schemas/shelf.ts';
import type { Messages } from './languages.ts';

/** Texts of the home of a shelf of handbooks, and those that only its search needs. */
const zh = {
  books: (count: number) => `${String(count)} 本手册`,
  otherBooks: '其他',
  languages: { 'zh-Hans': '中文', 'zh-Hant': '繁體中文', en: 'English' } satisfies Record<
    ShelfLanguage,
    string
  >,
  allLanguages: '全部',
  byLanguage: '按语言',
  counts: (chapters: number, rules: number, cases: number) =>
    [
      chapters > 0 ? `${String(chapters)} 章` : '',
      rules > 0 ? `${String(rules)} 条法则` : '',
      cases > 0 ? `${String(cases)} 则案例` : '',
    ]
      .filter(Boolean)
      .join('，'),
  notAsked: '做书架时没有连上',
  oldFormat: '旧版，暂时搜不到',
  search: '搜索全部手册',
  searchLead: '一次查遍架上每一本；哪本可能有，就问哪本。',
  searchDescription: '在书架上的全部手册里查找：任意几个字、几个词、拼音或英文。',
  placeholder: '几个字、几个词、拼音或英文',
  noScript: '搜索在你的设备上进行，需要打开 JavaScript。也可以回到书架，打开一本手册来找。',
  backToShelf: '回到书架',
  notFound: '这里没有这一页',
  notFoundLead: '地址可能写错了。手册都在书架上。',
  asking: (count: number) => `还在查另外 ${String(count)} 本`,
  checking: '正在核对其余各本',
  unreachable: (names: readonly string[]) => `没有连上${listed(names, '、', '《', '》')}，不在结果里`,
  format: (names: readonly string[]) => `${listed(names, '、', '《', '》')}的索引是旧格式，不在结果里`,
  footer: '每本手册各自发布，书架只汇集它们的目录与搜索。',
};

const en: typeof zh = {
  books: (count) => `${String(count)} ${count === 1 ? 'handbook' : 'handbooks'}`,
  otherBooks: 'Others',
  languages: { 'zh-Hans': '中文', 'zh-Hant': '繁體中文', en: 'English' },
  allLanguages: 'All',
  byLanguage: 'By language',
  counts: (chapters, rules, cases) =>
    [
      chapters > 0 ? `${String(chapters)} ${chapters === 1 ? 'chapter' : 'chapters'}` : '',
      rules > 0 ? `${String(rules)} ${rules === 1 ? 'rule' : 'rules'}` : '',
      cases > 0 ? `${String(cases)} ${cases === 1 ? 'case' : 'cases'}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  notAsked: 'out of reach when this shelf was made',
  oldFormat: 'an older edition, not searched yet',
  search: 'Search all handbooks',
  searchLead: 'One search over the whole shelf. Only handbooks that can hold what you type are asked.',
  searchDescription: 'Search every handbook on the shelf: any words, pinyin or Chinese characters.',
  placeholder: 'Words, Chinese or pinyin',
  noScript:
    'Searching happens on your device and needs JavaScript. You can also go back to the shelf and open a handbook.',
  backToShelf: 'Back to the shelf',
  notFound: 'There is no such page',
  notFoundLead: 'The address may be mistyped. The handbooks are on the shelf.',
  asking: (count) => `asking ${String(count)} more ${count === 1 ? 'handbook' : 'handbooks'}`,
  checking: 'checking the other handbooks',
  unreachable: (names) => `left out, since out of reach: ${listed(names, ', ', '“', '”')}`,
  format: (names) => `left out, since built for an older search: ${listed(names, ', ', '“', '”')}`,
  footer: 'Each handbook is published on its own; the shelf brings their titles and their search together.',
};

/** A longer list of names would not be read. */
const maxNames = 5;

function listed(names: readonly string[], separator: string, open: string, close: string): string {
  const shown = names.slice(0, maxNames).map((name) => `${open}${name}${close}`);
  const more = names.length - shown.length;
  return shown.join(separator) + (more > 0 ? ` +${String(more)}` : '');
}

export const shelfTexts: Messages<typeof zh> = { zh, en };
