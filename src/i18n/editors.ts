import type { Messages } from './languages.ts';

/** The editors' page: how a source text is written and corrected. */
const zh = {
  title: '来源文本怎么写',
  lead: '给编辑看的：一份纯文本写成什么样，程序就能认出章、法则、案例和自查；认错了，又怎么改。',
  description:
    '手册来源文本的写法：目录、标题、案例标记、自查与思考，以及更正、英文和术语三份手写文件，附可运行的例子。',
  sections: {
    whole: {
      title: '一份完整的例子',
      text: [
        '下面是一本只有一章的小册子，照这样存成纯文本就能用。Markdown、Word（.docx）、EPUB、网页、有文字层的 PDF 和装着 Markdown 的文件夹也能直接给程序：按内容认格式，不看后缀；表格、列表、注释和图片都留着，留不下的列在报告里。编码不限：UTF-8、GB18030、BIG5、UTF-16 都认得，分不清时会停下来问。',
        '先写卷首（前言、简介、使用说明），再写目录，然后逐章写正文。目录在正文第一章的标题再次出现时结束。段与段之间空一行；一行一段、行首空两格、按列宽折行的文本也认得。',
        '章名下面的一两行引文和出处是题记；题记之后、第一条法则之前的文字是引言。',
      ],
    },
    contents: {
      title: '目录与标题',
      text: [
        '目录里的标题是底本。正文里的标题与它逐字相同最好，差一两个字、多几个空格也会对上，并在报告里说明。',
        '页码写在前面、写在点线后面、写在括号里都行，阿拉伯数字、全角数字、汉字都行；没有页码也行。',
      ],
      forms: '目录的几种写法',
    },
    headings: {
      title: '编号',
      text: [
        '章的编号可以是第1章、第廿一篇、第三讲，法则可以有编号，也可以没有。句子里提到“第三条规矩”不会被当成标题。正文里的“法则1.2”“第3章”会变成链接。',
      ],
      forms: '编号的几种写法',
    },
    cases: {
      title: '案例',
      text: [
        '【情景】标题 之后是虚构的事，【书例】标题 之后是据原书改写的事，【案例】标题 不说来历。案例到下一个标签、标题或者议论为止；（案例完）也算收尾。',
        '没有标记的故事，程序凭时间、地点、人名、对话和结局去认，把握写在案例文件里，不大的会列进报告。',
      ],
    },
    labels: {
      title: '自查、思考、点评',
      text: [
        '【自查】独占一行，下面每行一个“□ 问题”，页面上成为能打勾的清单。【思考】独占一行，后面是讨论题。【点评】写在段首，紧跟在案例后面。【要点】【小结】【启示】等标签同样留在原处。',
      ],
    },
    overrides: {
      title: '更正：overrides.yaml',
      text: [
        '程序认错的地方不要去改它写出来的文件，写一条更正，下次入库仍然有效。更正按来源文件名归在一起，凭文字找地方，不凭行号。找不到对象的更正会报错，不会悄悄失效。',
        'heading 定标题（chapter、rule、prose），case 和 last 定案例的起止，join 接上断段，drop 删去一行，entry 改标题、提要、关键词和筛选项。',
      ],
    },
    translations: {
      title: '英文：translations.yaml',
      text: [
        '英文按中文标题对应，所以重新编号不会弄乱。没写的留空，英文页面显示中文并且标明，报告里列出还缺哪些。',
        '整篇的英文放在 translations/ 的 rules/、cases/、chapters/、front/ 里，一篇一个文件，文件名是永久代码（卷首各篇用编号）。每段先写一行 <!-- id -->，id 就是那段中文链接里的编号，下面是英文，只作纯文字；开头的 source 是入库时给出的校验值。中文改了，旧英文照旧显示并带一句说明，stale-translation 会指出是哪几段。',
      ],
    },
    glossary: {
      title: '术语、同义词与筛选名',
      text: [
        'glossary.yaml 里的词，在每一页第一次出现时可以点开解释。synonyms.yaml 里同组的词，搜索时互相代替。facets.yaml 给行业、角色、国家和地方起英文名，并说明某地属于哪国。',
      ],
    },
    commands: {
      title: '命令',
      text: ['先看看认得对不对，再写出来；写坏了也不要紧，人改过的文件不会被覆盖。'],
      list: [
        ['npm run ingest -- book.txt --dry-run', '只打印认出来的章与法则，不写任何文件'],
        ['npm run ingest -- book.txt --out book', '写到 book 文件夹'],
        ['npm start -- book.txt', '入库、生成网站并打开服务，不动 content 文件夹'],
      ] as [string, string][],
    },
    findings: {
      title: '报告里的代码',
      text: ['每一条都写明文件名和行号。代码不会改名，可以拿来搜索。'],
    },
  },
  sample: (name: string) => `例：${name}`,
  report: '看这一版的报告',
};

const en: typeof zh = {
  title: 'How the source text is written',
  lead: 'For editors: how to write a plain text so that chapters, rules, cases and checklists are recognised, and how to correct what isn’t.',
  description:
    'The source format of the handbook: table of contents, headings, case markers, checklists and questions, and the hand-kept files for corrections, English and terms, with examples that run.',
  sections: {
    whole: {
      title: 'A whole example',
      text: [
        'This is a booklet of one chapter; saved as plain text it is ready to be used. Markdown, Word (.docx), EPUB, web pages, PDF with a text layer and folders of Markdown are read as well, told by what is in them and not by their ending; tables, lists, notes and pictures are kept, and what can’t be is listed in the report. UTF-8, GB18030, BIG5 and UTF-16 are told apart; where that can’t be done safely, the program stops and asks.',
        'Front matter comes first (preface, abstract, notes on use), then the table of contents, then the chapters. The table of contents ends where the heading of its first chapter stands again. A blank line separates paragraphs; a paragraph a line, indented paragraphs and hard-wrapped text are understood as well.',
        'A line or two with their source beneath a chapter’s title are its epigraph. What stands between that and the first rule is the chapter’s opening.',
      ],
    },
    contents: {
      title: 'Table of contents and headings',
      text: [
        'Titles go by the table of contents. In the body they had best be the very same; a character or two more or less and stray spaces are matched all the same, and reported.',
        'Pages may stand before the title, behind dot leaders or in brackets, in Arabic, full-width or Chinese numerals, or not at all.',
      ],
      forms: 'Ways to write a line of contents',
    },
    headings: {
      title: 'Numbers',
      text: [
        'Chapters may be numbered 第1章, 第廿一篇, 第三讲; rules may have a number or none. A numeral inside a sentence makes no heading. 法则1.2 and 第3章 in running text become links.',
      ],
      forms: 'Ways to number a heading',
    },
    cases: {
      title: 'Cases',
      text: [
        '【情景】 and a title open an invented story, 【书例】 one retold from the book, 【案例】 one that doesn’t say. A case ends at the next label, heading or exposition, or at （案例完）.',
        'Stories without a marker are recognised by times, places, names, dialogue and outcome. The case’s file says how sure that is; doubtful ones are listed in the report.',
      ],
    },
    labels: {
      title: 'Checklists, questions, comments',
      text: [
        '【自查】 on a line of its own, then a line “□ question” each, becomes a checklist. 【思考】 on a line of its own opens questions for discussion. 【点评】 begins a paragraph right after a case. 【要点】, 【小结】, 【启示】 and the like stay in their place.',
      ],
    },
    overrides: {
      title: 'Corrections: overrides.yaml',
      text: [
        'Where the program errs, don’t edit the files it wrote: write a correction, and it holds for every run to come. Corrections stand under the name of the source file and find their place by words, not by line numbers. One that finds nothing is an error and never lapses in silence.',
        'heading sets a heading (chapter, rule, prose); case and last say from where to where a case runs; join mends a cut paragraph; drop leaves out a line; entry sets title, summary, keywords and facets.',
      ],
    },
    translations: {
      title: 'English: translations.yaml',
      text: [
        'English goes by Chinese titles, so renumbering disturbs nothing. What isn’t there stays absent: English pages show the Chinese, marked as such, and the report lists what is missing.',
        'Whole texts are in translations/rules/, cases/, chapters/ and front/, a file an entry, named by its permanent code (front matter: by its number). Each paragraph is a line <!-- id --> with the id of the Chinese paragraph, as in its link, and the English below it as plain text; source in the frontmatter is the hash that the ingest names. If the Chinese changes, the English stays on the page with a note, and the finding stale-translation says which paragraphs to look at.',
      ],
    },
    glossary: {
      title: 'Terms, synonyms and names of facets',
      text: [
        'A term in glossary.yaml opens its explanation at its first mention on each page. Words of one group in synonyms.yaml stand in for one another in a search. facets.yaml has English names of industries, roles, countries and places, and says which country a place lies in.',
      ],
    },
    commands: {
      title: 'Commands',
      text: ['Look first, then write. Nothing that a person edited is written over.'],
      list: [
        ['npm run ingest -- book.txt --dry-run', 'prints chapters and rules as recognised, writes nothing'],
        ['npm run ingest -- book.txt --out book', 'writes into the folder book'],
        ['npm start -- book.txt', 'ingests, builds and serves, and leaves the folder content alone'],
      ],
    },
    findings: {
      title: 'Codes in the report',
      text: ['Each names file and line. A code never changes, so it can be searched for.'],
    },
  },
  sample: (name: string) => `Example: ${name}`,
  report: 'See the report of this edition',
};

export const editors = { zh, en } satisfies Messages<typeof zh>;
