import type { Messages } from './languages.ts';

/** The page of downloads. */
const zh = {
  title: '下载',
  description: '把全书带走：离线保存、EPUB、PDF、Markdown 和幻灯片，各有各的用处。',
  offline: '离线保存',
  offlineText: '断了网也和在线时一样：法则、案例、搜索、书签、分享都能用。有新版时会提示。',
  books: '整本书',
  files: {
    epub: ['EPUB', '适合手机、平板和电子书阅读器：字号可调，能搜索，能做笔记。'],
    english: ['EPUB · 英文', '同上，用英文；还没有译文的地方是中文。'],
    bilingual: ['EPUB · 中英对照', '同上，每段中文下面是英文。'],
    a5: ['PDF · A5', '适合在屏幕上读，也可以两页拼一张打印：版面固定，有书签和页码。'],
    a5English: ['PDF · A5 · 英文', '同上，用英文；还没有译文的地方是中文。'],
    a5Bilingual: ['PDF · A5 · 中英对照', '同上，每段中文下面是英文。'],
    a4: ['PDF · A4', '适合打印，页边留出做笔记的地方。'],
    markdown: ['Markdown', '全书一个文本文件，可以放进笔记软件、版本库或自己的程序。'],
    llms: ['llms-full.txt', '同样的全文，放在语言模型按惯例来取的地址。'],
  },
  rules: '单条法则',
  rulesText: '法则页的地址去掉末尾的斜杠、加上 .md，就是那条法则的 Markdown：',
  decks: '幻灯片',
  decksText: '每章一份，PowerPoint 可编辑；备注里有思考题。单条法则和案例的幻灯片在各页的“分享”里。',
  data: '给其他程序',
  dataText: '全部章、法则和案例的编号、标题、提要、页码与永久链接。',
  made: (date: string) => `制成于 ${date}`,
  older: '（正文已有改动，新文件正在制作）',
  needsScript: '离线保存需要打开 JavaScript。',
};

const en: typeof zh = {
  title: 'Downloads',
  description:
    'Take the whole book along: kept for offline, as EPUB, PDF, Markdown or slides, each good for something else.',
  offline: 'Save for offline',
  offlineText:
    'All works as it does online: rules, cases, search, bookmarks, sharing. You are told when there is a new edition.',
  books: 'The whole book',
  files: {
    epub: ['EPUB', 'For phones, tablets and e-readers: text of any size, search, notes. In Chinese.'],
    english: ['EPUB · English', 'The same in English, as far as there is any.'],
    bilingual: ['EPUB · bilingual', 'The same with the English below each Chinese paragraph.'],
    a5: [
      'PDF · A5',
      'To read on a screen, or to print two pages on a sheet: fixed pages with bookmarks. In Chinese.',
    ],
    a5English: ['PDF · A5 · English', 'The same in English, as far as there is any.'],
    a5Bilingual: ['PDF · A5 · bilingual', 'The same with the English below each Chinese paragraph.'],
    a4: ['PDF · A4', 'To print, with margins for notes. In Chinese.'],
    markdown: ['Markdown', 'One text file, for note-taking programs, repositories or programs of your own.'],
    llms: ['llms-full.txt', 'The same text, where language models look for it.'],
  },
  rules: 'Single rules',
  rulesText: 'Put .md in place of the last slash of a rule’s address for the rule as Markdown:',
  decks: 'Slides',
  decksText:
    'A deck for each chapter, to edit in PowerPoint, with questions in the notes. Slides of single rules and cases are under “Share” on their pages.',
  data: 'For other programs',
  dataText: 'Numbers, titles, summaries, pages and permanent links of all chapters, rules and cases.',
  made: (date: string) => `Made on ${date}`,
  older: ' (the text has changed since; a newer file is being made)',
  needsScript: 'Saving for offline needs JavaScript.',
};

export const downloads: Messages<typeof zh> = { zh, en };
