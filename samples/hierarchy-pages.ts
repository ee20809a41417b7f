import type { Random } from './random.ts';

/** A heading as it is to be printed. */
export interface Printed {
  /** 0 for a part, 1 for a chapter, 2 for a rule. */
  level: 0 | 1 | 2;
  /** Before the title, with the space between. */
  label: string;
  title: string;
  /** The label may have a line of its own. */
  standsAlone: boolean;
}

/** How a hierarchy is laid out on its pages. */
interface PageLayout {
  indent: string;
  headingIndent: string;
  /** Lines between two paragraphs. */
  gap: number;
  /** Lines above and below a heading. */
  headingGaps: [above: number, below: number];
  /** Han characters a line; 0 for a paragraph a line. */
  wrap: number;
  contents: 'none' | 'titles' | 'leaders' | 'unnamed';
  pageMarks: 'none' | 'folios' | 'bare numbers' | 'heads' | 'form feeds';
  stamp: boolean;
  /** Above, below or around the headings of chapters and parts. */
  rulers: 'none' | 'some' | 'above' | 'below' | 'around';
  ruler: string;
  isBold: boolean;
  /** Lines between a label and its title; `undefined` if they share a line. */
  titleBelow: 0 | 1 | undefined;
  /** Number of # before the headings of parts, chapters and rules, and the book's title; empty without Markdown. */
  hashes: number[];
}

const sentences = [
  '店里的茶一天换三次，换茶的人在纸上记一笔，写上时间和自己的名字。',
  '仓门由两个人一起锁，钥匙分开保管，少了一把，第二天就换锁。',
  '账本每天晚上合上以前对一遍，差一分钱也要找到原因再走。',
  '新来的人先跟三天，第四天独自站柜，出了错由带他的人一起认。',
  '退货先看票据，再看包装，最后才谈金额，谁接的单谁跟到底。',
  '短会只讲三件事，昨天欠下的、今天要办的、谁来盯着办。',
  '天亮以前把货摆好，客人来了先倒水，问清楚了再开口报价。',
];

export function makePageLayout(random: Random, isMarkdown: boolean): PageLayout {
  const wrap = !isMarkdown && random.chance(0.25) ? 24 + random.below(12) : 0;
  const gap = isMarkdown || wrap > 0 ? 1 : random.below(2);
  const first = 1 + random.below(3);
  return {
    indent: isMarkdown || wrap > 0 ? '' : random.pick(['', '　　', '    ']),
    headingIndent: isMarkdown ? '' : random.pick(['', '', '　　', '            ']),
    gap,
    headingGaps: random.pick([
      [Math.max(gap, 1), gap],
      [Math.max(gap, 1), Math.max(gap, 1)],
      [gap + 1, gap + 1],
      [gap, gap],
    ] as [number, number][]),
    wrap,
    contents: random.pick(['none', 'titles', 'leaders', 'unnamed'] as const),
    pageMarks:
      wrap > 0 || isMarkdown
        ? 'none'
        : random.pick(['none', 'none', 'folios', 'bare numbers', 'heads', 'form feeds'] as const),
    stamp: !isMarkdown && random.chance(0.2),
    rulers: random.pick(['none', 'none', 'none', 'some', 'above', 'below', 'around'] as const),
    ruler: random.pick(['----------------', '================', '＊＊＊＊＊＊＊＊', '────────────']),
    isBold: !isMarkdown && random.chance(0.15),
    titleBelow: !isMarkdown && random.chance(0.2) ? random.pick([0, 1] as const) : undefined,
    hashes: isMarkdown
      ? [first, first + 1, first + 2 + random.below(2), random.pick([0, 1])].map((n) => Math.min(n, 6))
      : [],
  };
}

/** Prints headings and made-up paragraphs in a layout. */
export class PagePrinter {
  private readonly lines: string[] = [];
  private readonly layout: PageLayout;
  private readonly random: Random;
  private page = 1;
  private bookTitle = '';

  constructor(layout: PageLayout, random: Random) {
    this.layout = layout;
    this.random = random;
  }

  title(text: string): void {
    this.bookTitle = text;
    const hashes = '#'.repeat(this.layout.hashes[3] ?? 0);
    this.lines.push(`${hashes} ${text}`.trim());
    this.blank(1);
  }

  heading({ level, label, title, standsAlone }: Printed): void {
    const { headingIndent, headingGaps, hashes, rulers, titleBelow } = this.layout;
    const isRuled = level < 2;
    this.blankUpTo(headingGaps[0]);
    if (isRuled && /above|around/.test(rulers)) this.rule();
    else if (rulers === 'some' && this.random.chance(0.2)) this.rule();
    const mark = hashes.length > 0 ? `${'#'.repeat(hashes[level] ?? 1)} ` : headingIndent;
    if (titleBelow === undefined || !standsAlone) this.lines.push(mark + this.emphasised(label + title));
    else {
      this.lines.push(mark + this.emphasised(label.trim()));
      this.blank(titleBelow);
      this.lines.push(mark + this.emphasised(title));
    }
    if (isRuled && /below|around/.test(rulers)) this.rule();
    this.blank(headingGaps[1]);
  }

  contents(titles: Printed[]): void {
    const { contents } = this.layout;
    if (contents === 'none') return;
    if (contents !== 'unnamed') this.lines.push('目录', '');
    titles.forEach(({ label, title }, i) => {
      const text = label + title;
      this.lines.push(contents === 'leaders' ? `${text}……………………${3 + i * 7}` : text);
    });
    this.blank(1);
  }

  paragraph(): void {
    const { indent, wrap, gap, stamp } = this.layout;
    const words = Array.from({ length: 2 + this.random.below(3) }, () => this.random.pick(sentences)).join(
      '',
    );
    if (wrap === 0) this.lines.push(indent + words);
    else for (let at = 0; at < words.length; at += wrap) this.lines.push(words.slice(at, at + wrap));
    this.blank(gap);
    if (this.random.chance(0.3)) this.endPage();
    if (stamp && this.random.chance(0.2)) this.lines.push('', '云杉书网 www.example.com', '');
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private endPage(): void {
    this.page += 1;
    switch (this.layout.pageMarks) {
      case 'folios':
        this.lines.push('', `— ${this.page} —`, '');
        break;
      case 'bare numbers':
        this.lines.push('', String(this.page), '');
        break;
      case 'heads':
        this.lines.push('', `${this.bookTitle}　${this.page}`, '');
        break;
      case 'form feeds':
        this.lines.push('\f');
        break;
      case 'none':
    }
  }

  private rule(): void {
    this.lines.push(this.layout.ruler);
  }

  private emphasised(text: string): string {
    return this.layout.isBold ? `**${text}**` : text;
  }

  private blank(count: number): void {
    for (let left = count; left > 0; left -= 1) this.lines.push('');
  }

  /** Empty lines up to so many, with those that are there. */
  private blankUpTo(count: number): void {
    let there = 0;
    while (there < count && this.lines.at(-1 - there) === '') there += 1;
    this.blank(count - there);
  }
}
