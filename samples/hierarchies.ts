import { toHan } from '../src/lib/han-number.ts';
import { seededRandom, type Random } from './random.ts';

/** A book as a reader sees it: chapters in order, the part that each is in, and the titles of its rules. */
export interface Hierarchy {
  chapters: { title: string; part: string | undefined; rules: string[] }[];
}

/** How one level is numbered. */
interface Form {
  /** What is printed before a title. */
  label: (n: number) => string;
  /** It counts on through the levels above instead of starting anew. */
  countsOn?: true;
}

const han = toHan;

const partForms: Form[] = [
  { label: (n) => `第${han(n)}编　` },
  { label: (n) => `第${han(n)}部分 ` },
  { label: (n) => `卷${han(n)} ` },
  { label: (n) => `第${han(n)}篇　` },
];
const chapterForms: Form[] = [
  { label: (n) => `第${han(n)}章　` },
  { label: (n) => `第${n}章 ` },
  { label: (n) => `第${han(n)}章`, countsOn: true },
  { label: (n) => `第${han(n)}讲　`, countsOn: true },
  { label: (n) => `第${n}课：` },
  { label: (n) => `第${han(n)}回　`, countsOn: true },
  { label: (n) => `模块${han(n)} `, countsOn: true },
  { label: (n) => `Chapter ${n} `, countsOn: true },
  { label: (n) => `${han(n)}、` },
  { label: (n) => `## 第${han(n)}章 ` },
  { label: (n) => `## ${n}. ` },
  { label: (n) => `● 第${han(n)}章 `, countsOn: true },
  { label: (n) => `【第${han(n)}章】`, countsOn: true },
];
const ruleForms: Form[] = [
  { label: (n) => `第${han(n)}节　` },
  { label: (n) => `第${han(n)}条　`, countsOn: true },
  { label: (n) => `${n}、` },
  { label: (n) => `${n}. ` },
  { label: (n) => `（${han(n)}）` },
  { label: (n) => `法则${han(n)} `, countsOn: true },
];

const titleWords = [
  '看货',
  '守店',
  '记账',
  '待客',
  '算账',
  '进货',
  '收摊',
  '开门',
  '交班',
  '议价',
  '送货',
  '备料',
];
const titleEnds = ['的本分', '要趁早', '有先后', '讲分寸', '看时候', '不欠账', '的规矩', '凭良心'];
const sentences = [
  '店里的茶一天换三次，换茶的人在纸上记一笔，写上时间和自己的名字。',
  '仓门由两个人一起锁，钥匙分开保管，少了一把，第二天就换锁。',
  '账本每天晚上合上以前对一遍，差一分钱也要找到原因再走。',
  '新来的人先跟三天，第四天独自站柜，出了错由带他的人一起认。',
  '退货先看票据，再看包装，最后才谈金额，谁接的单谁跟到底。',
  '短会只讲三件事，昨天欠下的、今天要办的、谁来盯着办。',
  '天亮以前把货摆好，客人来了先倒水，问清楚了再开口报价。',
];

/** How a hierarchy is laid out on its pages. */
interface Layout {
  indent: string;
  headingIndent: string;
  /** Lines between two paragraphs. */
  gap: number;
  headingGap: number;
  /** Han characters a line; 0 for a paragraph a line. */
  wrap: number;
  contents: 'none' | 'titles' | 'leaders' | 'unnamed';
  pageMarks: 'none' | 'folios' | 'form feeds';
  stamp: boolean;
  ruler: boolean;
}

/** A random hierarchy, printed in a random layout. The same seed makes the same text. */
export function printHierarchy(seed: number): { text: string; hierarchy: Hierarchy } {
  const random = seededRandom(seed);
  const chapterForm = random.pick(chapterForms);
  // 第一部分 above 一、 may be a chapter as well as a part: a reader can't tell.
  const isClear = /第|模块|Chapter/.test(chapterForm.label(1));
  const partForm = isClear && random.chance(0.4) ? random.pick(partForms) : undefined;
  const isMarkdown = chapterForm.label(1).startsWith('#');
  const others = ruleForms.filter((form) => firstMark(form) !== firstMark(chapterForm));
  const ruleForm = random.chance(0.15) ? undefined : random.pick(others);
  const layout = makeLayout(random, isMarkdown);
  const hierarchy = makeHierarchy(random, partForm !== undefined, ruleForm !== undefined);
  const printer = new Printer(layout, random);
  printer.heading('云杉店铺手记');
  if (isMarkdown) printer.lines[0] = '# 云杉店铺手记';
  const titles = headingsOf(hierarchy, partForm, chapterForm, ruleForm, isMarkdown);
  if (!isMarkdown && layout.contents !== 'none') printer.contents(titles.filter(({ level }) => level < 2));
  for (const { text, level } of titles) {
    printer.heading(text);
    if (level === 2 || (level === 1 && (ruleForm === undefined || random.chance(0.5))))
      for (let left = 2 + random.below(3); left > 0; left -= 1) printer.paragraph();
  }
  return { text: printer.text(), hierarchy };
}

function firstMark(form: Form): string {
  return form
    .label(1)
    .replace(/[#\s　]/g, '')
    .replace(/[一二三四五六七八九十\d]+/g, 'N');
}

function makeLayout(random: Random, isMarkdown: boolean): Layout {
  const wrap = !isMarkdown && random.chance(0.25) ? 24 + random.below(12) : 0;
  const gap = isMarkdown || wrap > 0 ? 1 : random.below(2);
  return {
    indent: isMarkdown || wrap > 0 ? '' : random.pick(['', '　　', '    ']).slice(0, isMarkdown ? 0 : 4),
    headingIndent: isMarkdown ? '' : random.pick(['', '', '　　']),
    gap,
    headingGap: Math.max(gap, 1),
    wrap,
    contents: random.pick(['none', 'titles', 'leaders', 'unnamed'] as const),
    pageMarks:
      wrap > 0 || isMarkdown ? 'none' : random.pick(['none', 'none', 'folios', 'form feeds'] as const),
    stamp: !isMarkdown && random.chance(0.2),
    ruler: random.chance(0.2),
  };
}

function makeHierarchy(random: Random, hasParts: boolean, hasRules: boolean): Hierarchy {
  const titles = new Set<string>();
  const title = (): string => {
    for (;;) {
      const made = `${random.pick(titleWords)}${random.pick(titleWords)}${random.pick(titleEnds)}`;
      if (!titles.has(made)) {
        titles.add(made);
        return made;
      }
    }
  };
  const chapters: Hierarchy['chapters'] = [];
  for (let left = hasParts ? 2 + random.below(2) : 1; left > 0; left -= 1) {
    const part = hasParts ? title() : undefined;
    for (let more = (hasParts ? 2 : 3) + random.below(3); more > 0; more -= 1) {
      const rules = hasRules ? Array.from({ length: 2 + random.below(3) }, title) : [];
      chapters.push({ title: title(), part, rules });
    }
  }
  return { chapters };
}

interface Printed {
  text: string;
  /** 0 for a part, 1 for a chapter, 2 for a rule. */
  level: number;
}

function headingsOf(
  { chapters }: Hierarchy,
  partForm: Form | undefined,
  chapterForm: Form,
  ruleForm: Form | undefined,
  isMarkdown: boolean,
): Printed[] {
  const printed: Printed[] = [];
  let [part, chapter, rule] = [0, 0, 0];
  let open: string | undefined;
  for (const each of chapters) {
    if (partForm && each.part !== undefined && each.part !== open) {
      open = each.part;
      part += 1;
      if (!chapterForm.countsOn) chapter = 0;
      printed.push({ text: `${isMarkdown ? '# ' : ''}${partForm.label(part)}${each.part}`, level: 0 });
    }
    chapter += 1;
    if (!ruleForm?.countsOn) rule = 0;
    printed.push({ text: chapterForm.label(chapter) + each.title, level: 1 });
    for (const title of each.rules) {
      rule += 1;
      printed.push({ text: `${isMarkdown ? '### ' : ''}${ruleForm?.label(rule) ?? ''}${title}`, level: 2 });
    }
  }
  return printed;
}

class Printer {
  readonly lines: string[] = [];
  private readonly layout: Layout;
  private readonly random: Random;
  private page = 1;

  constructor(layout: Layout, random: Random) {
    this.layout = layout;
    this.random = random;
  }

  heading(text: string): void {
    this.blank(this.layout.headingGap);
    if (this.layout.ruler && this.random.chance(0.2)) {
      this.lines.push('----------------');
      this.blank(this.layout.headingGap);
    }
    this.lines.push((/^#/.test(text) ? '' : this.layout.headingIndent) + text);
    this.blank(this.layout.gap);
  }

  contents(titles: Printed[]): void {
    const { contents } = this.layout;
    if (contents !== 'unnamed') this.heading('目录');
    titles.forEach(({ text }, i) => {
      this.lines.push(contents === 'leaders' ? `${text}……………………${3 + i * 7}` : text);
    });
    this.blank(1);
  }

  paragraph(): void {
    const { indent, wrap, gap, pageMarks, stamp } = this.layout;
    const words = Array.from({ length: 2 + this.random.below(3) }, () => this.random.pick(sentences)).join(
      '',
    );
    if (wrap === 0) this.lines.push(indent + words);
    else for (let at = 0; at < words.length; at += wrap) this.lines.push(words.slice(at, at + wrap));
    this.blank(gap);
    if (pageMarks !== 'none' && this.random.chance(0.3)) {
      this.page += 1;
      if (pageMarks === 'folios') this.lines.push('', `— ${this.page} —`, '');
      else this.lines.push('\f');
    }
    if (stamp && this.random.chance(0.2)) this.lines.push('', '云杉书网 www.example.com', '');
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private blank(count: number): void {
    for (let left = count; left > 0; left -= 1) if (this.lines.length > 0) this.lines.push('');
  }
}
