import type { Messages } from './languages.ts';

/** Texts about the edition and the site, and those of the pages of its front and back matter. */
const zh = {
  title: '关于',
  description: (title: string) => `${title}：这是什么书，据什么而编，怎样从一份书稿变成这个网站。`,
  edition: '这一版',
  facts: { authors: '作者', publisher: '出版', year: '年份', isbn: 'ISBN' },
  counts: (chapters: number, rules: number, withText: number, cases: number) =>
    `${String(chapters)} 章，${String(rules)} 条法则${withText < rules ? `，其中 ${String(withText)} 条有正文` : ''}，${String(cases)} 则案例。`,
  /** Before and behind the book's entry, which is Chinese in both languages. */
  basedOn: ['章名与法则标题依', '，版权归原书作者与出版社。'],
  outside: '前言与附录',
  kinds: { abstract: '内容简介', imprint: '版权信息', authors: '作者', preface: '前言', other: '扉页' },
  made: '怎么做成的',
  making: [
    '全书出自一份书稿。程序从目录、编号和版面认出每一章、每一条法则和每一则案例，逐字核对：每个字不是进了网站，就是记在报告里。',
    '英文标题、提要和关键词由人写，放在另一个文件里，按中文标题对应；没有英文的地方照中文显示，并且标明。',
    '每条法则、每则案例都有一个永久短码，日后改名、换号，旧链接仍然通。',
  ],
  report: '看这一版的入库报告',
  editors: '来源文本怎么写',
  colophon: '版式',
  setting: [
    '文字用读者机器上的宋体与楷体排成，不下载字体；行长三十六字，段首空两格，行距约为字高的一点九倍。',
    '纸是暖白，墨是暖黑，朱色只用在印章、所在之处、案例和点评上。首页的竹简，一枚是一条法则；入库报告里的方格是稿纸。',
    '网页由 Astro 生成，搜索用 Pagefind，全部在读者的设备上进行。没有统计，没有 Cookie，不向别处请求任何东西；书签、勾选和阅读位置只记在这台设备上。',
  ],
  license: '网站的程序以 MIT 许可证发布。',
  neighbours: { previous: '上一节', next: '下一节' },
  sectionDescription: (title: string, heading: string) => `${title}，${heading}。`,
};

const en: typeof zh = {
  title: 'About',
  description: (title: string) =>
    `${title}: what this edition is, what it goes by, and how a text becomes this site.`,
  edition: 'This edition',
  facts: { authors: 'By', publisher: 'Published by', year: 'Year', isbn: 'ISBN' },
  counts: (chapters: number, rules: number, withText: number, cases: number) =>
    `${String(chapters)} chapters, ${String(rules)} rules${withText < rules ? ` (${String(withText)} of them with text)` : ''} and ${String(cases)} cases.`,
  basedOn: ['Chapter and rule titles follow ', ' and belong to its authors and publisher.'],
  outside: 'Front and back matter',
  kinds: {
    abstract: 'Abstract',
    imprint: 'Imprint',
    authors: 'Authors',
    preface: 'Preface',
    other: 'Title page',
  },
  made: 'How it is made',
  making: [
    'The whole book is one text. A program tells its chapters, rules and cases by its table of contents, its numbering and its layout, and accounts for each character: it stands on the site, or in the report.',
    'English titles, summaries and keywords are written by hand in a file of their own, keyed by the Chinese titles. Where there is no English, the Chinese is shown and marked as such.',
    'Every chapter, rule and case has a permanent code, so that links survive a new title or number.',
  ],
  report: 'See the ingest report of this edition',
  editors: 'How the source text is written',
  colophon: 'Colophon',
  setting: [
    'Set in the Song and Kai faces of the reader’s own machine; no font is downloaded. Chinese lines run to thirty-six characters, paragraphs open with two empty ones.',
    'Paper is a warm white, ink a warm black. Cinnabar is kept for the seal, for the place where you are, for cases and comments. The bamboo slips on the first page are rules; the squares in the report are manuscript paper.',
    'Pages are built with Astro; search is Pagefind’s and runs on the reader’s device. Nothing is counted, no cookie is set, nothing is asked of any other site. Bookmarks, ticks and reading position are kept on this device alone.',
  ],
  license: 'The site’s code is under the MIT license.',
  neighbours: { previous: 'Previous section', next: 'Next section' },
  sectionDescription: (title: string, heading: string) => `${title}: ${heading}.`,
};

export const about = { zh, en } satisfies Messages<typeof zh>;
