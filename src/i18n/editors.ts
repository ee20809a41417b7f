import type { Messages } from './languages.ts';

/** The editors' page: how a source text is written and corrected. */
const zh = {
  title: '来源文本怎么写',
  lead: '写给编辑：纯文本怎么写，程序才能认出章、法则、案例和自查；认错了怎么改。',
  description:
    '手册来源文本的写法：目录、标题、案例标记、自查与思考，以及更正、英文、术语等手写文件，附可运行的例子。',
  sections: {
    whole: {
      title: '一份完整的例子',
      text: [
        '下面是一本只有一章的小册子，存成纯文本就能用。也可以用 Markdown、Word（.docx）、EPUB、网页、有文字层的 PDF，或者一个装着 Markdown 的文件夹。程序看内容认格式，不看后缀。表格、列表、注释和图片会保留，保留不了的列在报告里。编码可以是 UTF-8、GB18030、BIG5 或 UTF-16；分不清是哪一种时，程序会停下来问。',
        '先写卷首（前言、简介、使用说明），再写目录，最后逐章写正文。第一章的标题再次出现，目录就到此为止。段与段之间空一行。一行一段、行首空两格、按列宽折行的文本，程序也认得。',
        '章名下面一两行带出处的引文是题记。题记之后、第一条法则之前的文字是引言。',
      ],
    },
    contents: {
      title: '目录与标题',
      text: [
        '标题以目录为准。正文里的标题最好与目录逐字相同。差一两个字或多几个空格也能对上，报告里会说明。',
        '页码可以写在标题前面、点线后面或括号里。阿拉伯数字、全角数字、汉字数字都可以，不写页码也可以。',
      ],
      forms: '目录的几种写法',
    },
    headings: {
      title: '编号',
      text: [
        '章的编号可以写成第1章、第廿一篇、第三讲。法则可以有编号，也可以没有。句子里提到的“第三条规矩”不会被当成标题。正文里的“法则1.2”“第3章”会变成链接。',
      ],
      forms: '编号的几种写法',
    },
    cases: {
      title: '案例',
      text: [
        '“【情景】标题”后面是虚构的故事，“【书例】标题”后面是据原书改写的故事，“【案例】标题”不说明来历。案例到下一个标签、标题或议论为止，也可以用（案例完）收尾。',
        '没有标记的故事，程序凭时间、地点、人名、对话和结局来认。把握有多大，写在案例文件里；把握不大的，列在报告里。',
      ],
    },
    labels: {
      title: '自查、思考、点评',
      text: [
        '【自查】单独一行，下面每行写一个“□ 问题”，页面上就是可以打勾的清单。【思考】单独一行，后面写讨论题。【点评】写在段首，紧跟在案例后面。【要点】【小结】【启示】等标签留在原处。',
      ],
    },
    overrides: {
      title: '更正：overrides.yaml',
      text: [
        '程序认错了，不要改它写出来的文件，写一条更正：以后每次入库都有效。更正写在来源文件的名字下面。程序凭文字找位置，不凭行号。找不到位置的更正会报错，不会悄悄失效。',
        'heading 指定一行是部分、章名、法则、小节标题还是正文（part、chapter、rule、section、prose）。case 和 last 指定案例从哪里到哪里。join 把断开的段落接上，split 把连在一起的段落分开。drop 删去一行。entry 修改标题、提要、关键词和筛选项。',
      ],
    },
    translations: {
      title: '英文：translations.yaml',
      text: [
        '英文按中文标题对应，重新编号也不会错位。没有英文的地方，英文页面显示中文并注明，报告里列出还缺哪些。',
        '整篇的英文放在 translations/ 的 rules/、cases/、chapters/、front/ 里，一篇一个文件。文件名是永久代码，卷首各篇用编号。每段先写一行 <!-- id -->，再写英文；id 是那段中文链接里的编号，英文按纯文字处理。文件开头的 source 填入库时给出的校验值。中文改了以后，旧英文仍然显示，并附一句说明；stale-translation 会列出要核对的段落。',
      ],
    },
    glossary: {
      title: '术语、同义词与筛选名',
      text: [
        'glossary.yaml 里的词，在每一页第一次出现时可以点开看解释。synonyms.yaml 里同一组的词，搜索时可以互相代替。facets.yaml 写行业、角色、国家和地方的英文名，以及某个地方属于哪个国家。',
      ],
    },
    commands: {
      title: '命令',
      text: ['先看程序认得对不对，再让它写文件。人改过的文件不会被覆盖。'],
      list: [
        ['npm run ingest -- book.txt --dry-run', '只列出认出来的章和法则，不写文件'],
        ['npm run ingest -- book.txt --out book', '写到 book 文件夹里'],
        ['npm start -- book.txt', '入库、生成网站并打开服务，不动 content 文件夹'],
      ] as [string, string][],
    },
    findings: {
      title: '报告里的代码',
      text: ['报告里的每一条都写明文件名和行号。代码不会改名，可以用来搜索。'],
    },
  },
  sample: (name: string) => `例：${name}`,
  report: '看这一版的报告',
};

const en: typeof zh = {
  title: 'How the source text is written',
  lead: 'For editors: how to write a plain text so that the program finds its chapters, rules, cases and checklists, and how to correct its mistakes.',
  description:
    'The source format of the handbook: table of contents, headings, case markers, checklists and questions, and the hand-kept files for corrections, English and terms, with examples that run.',
  sections: {
    whole: {
      title: 'A whole example',
      text: [
        'This booklet has one chapter. Save it as plain text and it is ready to use. The program also reads Markdown, Word (.docx), EPUB, web pages, PDF with a text layer, and folders of Markdown. It recognises a format by the content of the file, not by the file’s extension. It keeps tables, lists, notes and pictures, and lists in the report whatever it can’t keep. The encoding may be UTF-8, GB18030, BIG5 or UTF-16. If the program can’t tell which one it is, it stops and asks.',
        'Begin with the front matter (preface, abstract, notes on use). The table of contents follows, then the chapters. The table of contents ends where the title of the first chapter appears again. Separate paragraphs by a blank line. The program also reads texts with one paragraph per line, with indented paragraphs, or with hard line breaks.',
        'A quotation of one or two lines with its source, right below the chapter’s title, is the epigraph. The text between the epigraph and the first rule is the chapter’s introduction.',
      ],
    },
    contents: {
      title: 'Table of contents and headings',
      text: [
        'The table of contents decides the titles. In the body, write each title exactly as in the table of contents. If it differs by a character or two or by extra spaces, the program still matches it and says so in the report.',
        'Page numbers may come before the title, after dot leaders or in brackets. They may be Arabic, full-width or Chinese numerals. They may also be left out.',
      ],
      forms: 'Ways to write a line of contents',
    },
    headings: {
      title: 'Numbers',
      text: [
        'Number chapters as 第1章, 第廿一篇 or 第三讲. Rules may be numbered or not. A number inside a sentence, such as 第三条规矩, isn’t taken for a heading. References in the text, such as 法则1.2 and 第3章, become links.',
      ],
      forms: 'Ways to number a heading',
    },
    cases: {
      title: 'Cases',
      text: [
        'Write 【情景】 and a title before an invented story. Write 【书例】 and a title before a story retold from a book. Write 【案例】 and a title if the origin isn’t stated. A case ends at the next label, heading or argument. You can also end it with （案例完）.',
        'The program recognises stories without a marker by their times, places, names, dialogue and outcome. The file of each case says how sure the program is. The report lists the doubtful ones.',
      ],
    },
    labels: {
      title: 'Checklists, questions, comments',
      text: [
        'For a checklist, write 【自查】 on a line of its own and then one “□ question” per line. For discussion questions, write 【思考】 on a line of its own and the questions below it. For a comment, begin the paragraph right after a case with 【点评】. Other labels, such as 【要点】, 【小结】 and 【启示】, stay where they are.',
      ],
    },
    overrides: {
      title: 'Corrections: overrides.yaml',
      text: [
        'If the program makes a mistake, don’t edit the files that it wrote. Write a correction instead: it applies to every later run. Put corrections under the name of the source file. A correction finds its place by words, not by line number. If it finds no place, the program reports an error.',
        'heading makes a line a part, chapter, rule, section or prose. case and last give the words at which a case begins and ends. join joins the halves of a broken paragraph; split divides a paragraph. drop leaves out a line. entry sets the title, summary, keywords and facets of an entry.',
      ],
    },
    translations: {
      title: 'English: translations.yaml',
      text: [
        'English is matched by Chinese title, so you can renumber freely. If there is no English, the English page shows the Chinese and says so. The report lists the missing translations.',
        'Put translations of whole texts in translations/rules/, cases/, chapters/ and front/, one file per entry. Name the file by the entry’s permanent code; for front matter, by its number. For each paragraph, write a line <!-- id --> and the English below it. The id is the one in the Chinese paragraph’s link. The English is plain text. In the frontmatter, source is the hash that the ingest gives. If the Chinese changes, the page still shows the English, with a note. The finding stale-translation names the paragraphs to check.',
      ],
    },
    glossary: {
      title: 'Terms, synonyms and names of facets',
      text: [
        'At its first mention on each page, a term in glossary.yaml links to its explanation. A search for one word of a group in synonyms.yaml also finds the others. facets.yaml gives the English names of industries, roles, countries and places, and the country of each place.',
      ],
    },
    commands: {
      title: 'Commands',
      text: [
        'Check what the program recognises before you let it write files. It never overwrites a file that a person has edited.',
      ],
      list: [
        [
          'npm run ingest -- book.txt --dry-run',
          'lists the chapters and rules that it finds, and writes no files',
        ],
        ['npm run ingest -- book.txt --out book', 'writes files to the folder book'],
        [
          'npm start -- book.txt',
          'ingests the book, builds the site and serves it; the folder content stays as it is',
        ],
      ],
    },
    findings: {
      title: 'Codes in the report',
      text: ['Each finding names its file and line. A code never changes, so you can search for it.'],
    },
  },
  sample: (name: string) => `Example: ${name}`,
  report: 'See this edition’s report',
};

export const editors = { zh, en } satisfies Messages<typeof zh>;
