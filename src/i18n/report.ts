import type { findingCodes } from '../schemas/report.ts';
import type { Messages } from './languages.ts';

type Codes = Record<(typeof findingCodes)[number], string>;

const zhCodes: Codes = {
  encoding: '来源不是 UTF-8，已转码',
  truncated: '来源在中途断了',
  'missing-body': '目录里有，正文里没有',
  'extra-heading': '正文里有，目录里没有',
  'toc-mismatch': '目录与正文的写法不同',
  'page-order': '目录的页码次序不对',
  'no-toc': '来源没有目录',
  'duplicate-title': '标题重复',
  'repeated-furniture': '每页重复的眉脚，没有算进正文',
  rejoined: '被分页切断的段落，已接上',
  'unsafe-title': '标题里有标记、路径或保留名',
  'control-chars': '有看不见的控制字符',
  untranslated: '还没有英文',
  'low-confidence-case': '像案例，把握不大',
  'hand-edited': '文件被人改过，入库时没有动',
  'unmatched-override': '有一条更正找不到对象',
};

const enCodes: Codes = {
  encoding: 'The source was not UTF-8 and was converted',
  truncated: 'The source breaks off',
  'missing-body': 'In the table of contents, not in the body',
  'extra-heading': 'In the body, not in the table of contents',
  'toc-mismatch': 'Worded differently in contents and body',
  'page-order': 'Pages out of order in the table of contents',
  'no-toc': 'The source has no table of contents',
  'duplicate-title': 'The same title twice',
  'repeated-furniture': 'Running heads and feet, left out of the text',
  rejoined: 'Paragraphs cut by a page break, joined again',
  'unsafe-title': 'Markup, a path or a reserved name in a title',
  'control-chars': 'Invisible control characters',
  untranslated: 'No English yet',
  'low-confidence-case': 'Perhaps a case',
  'hand-edited': 'Edited by hand, so left alone',
  'unmatched-override': 'A correction that corrects nothing',
};

/** The ingest report. */
const zh = {
  title: '入库报告',
  lead: '一份纯文本进来，变成了什么，还缺什么。',
  description: '来源文本入库的结果：哪些法则有正文、有英文、有案例，每个字的去向，以及要留意的地方。',
  none: '这一版没有入库报告。运行 npm run ingest 会写一份。',
  coverage: '一格一条法则',
  legend: {
    complete: '有正文',
    partial: '正文不全',
    missing: '尚缺正文',
    english: '有英文标题',
    case: '有案例',
  },
  noEnglish: '尚缺英文标题',
  cases: (count: number) => `${String(count)} 则案例`,
  figures: {
    chapters: '章',
    rules: '法则',
    withBody: '有正文',
    cases: '案例',
    anecdotes: '轶事',
    rejoined: '接上的断段',
  },
  accounting: '每个字的去向',
  accounted: (all: string, placed: string, dropped: string) =>
    `来源共 ${all} 个字（不计空白），${placed} 个进了正文，${dropped} 个没有进。`,
  dropped: '没有进正文的',
  reasons: {
    toc: '目录',
    furniture: '页码与眉脚',
    control: '控制字符',
    'heading-label': '标题的编号与标签',
    'case-marker': '案例标记',
    override: '编者删去',
  } as Record<string, string>,
  characters: (count: string) => `${count} 字`,
  findings: '要留意的地方',
  noFindings: '没有。',
  severities: { error: '错误', warning: '留意', info: '知会' },
  line: (line: number) => `第 ${String(line)} 行`,
  codes: zhCodes,
  untranslated: '还没有英文的',
  fields: { title: '标题', summary: '提要', keywords: '关键词' } as Record<string, string>,
  source: '来源',
  sourceFacts: { name: '文件', encoding: '编码', characters: '字符', sha256: 'SHA-256' },
};

const en: typeof zh = {
  title: 'Ingest report',
  lead: 'What became of the plain text that came in, and what is still missing.',
  description:
    'The result of reading the source text: which rules have text, English and cases, where every character went, and what to look at.',
  none: 'This edition has no ingest report. Run npm run ingest to write one.',
  coverage: 'A square is a rule',
  legend: {
    complete: 'has text',
    partial: 'text incomplete',
    missing: 'text missing',
    english: 'English title',
    case: 'has a case',
  },
  noEnglish: 'no English title',
  cases: (count: number) => `${String(count)} ${count === 1 ? 'case' : 'cases'}`,
  figures: {
    chapters: 'chapters',
    rules: 'rules',
    withBody: 'with text',
    cases: 'cases',
    anecdotes: 'anecdotes',
    rejoined: 'paragraphs rejoined',
  },
  accounting: 'Where every character went',
  accounted: (all: string, placed: string, dropped: string) =>
    `Of ${all} characters in the source, spaces not counted, ${placed} stand in the text and ${dropped} do not.`,
  dropped: 'Left out of the text',
  reasons: {
    toc: 'table of contents',
    furniture: 'page numbers and running heads',
    control: 'control characters',
    'heading-label': 'numbers and labels of headings',
    'case-marker': 'case markers',
    override: 'dropped by an editor',
  },
  characters: (count: string) => `${count} characters`,
  findings: 'What to look at',
  noFindings: 'Nothing.',
  severities: { error: 'error', warning: 'warning', info: 'note' },
  line: (line: number) => `line ${String(line)}`,
  codes: enCodes,
  untranslated: 'Without English',
  fields: { title: 'title', summary: 'summary', keywords: 'keywords' },
  source: 'Source',
  sourceFacts: { name: 'File', encoding: 'Encoding', characters: 'Characters', sha256: 'SHA-256' },
};

export const report = { zh, en } satisfies Messages<typeof zh>;
