import { makeBook, type MadeBook, type MadeChapter, type MadeRule } from './books.ts';
import { contracted, financial, fullWidth } from './numeral-styles.ts';
import { seededRandom, type Random } from './random.ts';
import { toHan } from '../src/lib/han-number.ts';

/** How a book is printed. Each field is one of the ways that real texts differ in. */
export interface Layout {
  chapter: (n: string) => string;
  /** Before a rule's title; its number in the chapter and in the book, and the chapter's. */
  rule: ((inChapter: number, inBook: number, chapter: number) => string) | undefined;
  numerals: (n: number) => string;
  toc: ((title: string, page: number) => string) | undefined;
  chapterPages: boolean;
  tocHeading: string;
  backLines: string[];
  prefaceBehindToc: boolean;
  paragraphs: 'blank' | 'indent' | 'blank and indent' | 'line';
  /** Han characters a line; 0 for a paragraph a line. */
  wrap: number;
  newline: string;
  /** Printed at the foot of every page. */
  folio: ((page: number) => string) | undefined;
  /** Printed at the head of every page. */
  head: ((book: string, chapter: string, label: string, page: number) => string) | undefined;
  /** What a page's end looks like. */
  cut: 'blank' | 'form feed';
  dash: string;
  headingSpaces: boolean;
  /** The numbering is on a line of its own. */
  splitHeadings: boolean;
}

/** How the body of a book disagrees with its table of contents. */
export type Quirk = 'missing' | 'extra' | 'swapped' | 'misread' | 'reworded' | 'duplicate' | 'broken off';
export const quirks: Quirk[] = [
  'missing',
  'extra',
  'swapped',
  'misread',
  'reworded',
  'duplicate',
  'broken off',
];

/** What the outline of a printed book must be. */
export interface Expected {
  chapters: {
    number: number;
    title: string;
    epigraph: { text: string; by: string } | undefined;
    rules: { title: string; page: number | null; paragraphs: string[] }[];
  }[];
  /** Page-break joins; `undefined` for hard-wrapped text, where they can't be told from other joins. */
  rejoined: number | undefined;
  furniture: string[];
}

const arabic = String;

const chapterStyles: Layout['chapter'][] = [
  (n) => `第${n}章 `,
  (n) => `第${n}章　`,
  (n) => `第${n}篇 `,
  (n) => `第${n}讲　`,
  (n) => `第${n}部分 `,
  (n) => `第${n}课：`,
  (n) => `第 ${n} 章 `,
  (n) => `第${n}回 `,
  (n) => `第${n}单元 `,
];
const ruleStyles: Exclude<Layout['rule'], undefined>[] = [
  (i, _, c) => `${c}.${i} `,
  (i, _, c) => `${fullWidth(c)}．${fullWidth(i)}　`,
  (_, n) => `法则${n} `,
  (_, n) => `法则${toHan(n)}：`,
  (_, n) => `第${n}条 `,
  (_, n) => `第${toHan(n)}条　`,
  (i) => `第${toHan(i)}节 `,
  (i) => `${toHan(i)}、`,
  (i) => `（${toHan(i)}）`,
  (i) => `${i}. `,
  (i) => `${i}、`,
];
/** Chapters that are numbered without a word such as 章, with the rules below them. */
const bareNumberings: Pick<Layout, 'chapter' | 'rule' | 'numerals'>[] = [
  { chapter: (n) => `${n} `, rule: (i, _, c) => `${c}.${i} `, numerals: arabic },
  { chapter: (n) => `${n}　`, rule: (i, _, c) => `${fullWidth(c)}．${fullWidth(i)}　`, numerals: fullWidth },
  { chapter: (n) => `${n}、`, rule: (i) => `（${toHan(i)}）`, numerals: toHan },
  { chapter: (n) => `${n}、`, rule: (i) => `${i}. `, numerals: toHan },
  { chapter: (n) => `${n}、`, rule: undefined, numerals: toHan },
  { chapter: (n) => `Chapter ${n} `, rule: (_, n) => `Rule ${n}: `, numerals: arabic },
  { chapter: (n) => `卷${n} `, rule: (_, n) => `第${n}条 `, numerals: toHan },
];
const tocStyles: Exclude<Layout['toc'], undefined>[] = [
  (title, page) => `- ${String(page).padStart(3, '0')} ${title}`,
  (title, page) => `${title}…………${page}`,
  (title, page) => `　　${title}......................${page}`,
  (title, page) => `  ${title}·············${fullWidth(page)}`,
  (title, page) => `\t${title}\t${page}`,
  (title, page) => `${title}————${page}`,
  (title, page) => `${title}（${toHan(page)}）`,
  (title, page) => `${title}  (${page})`,
  (title, page) => `${title} ${page}`,
  (title, page) => `${title}　　第${page}页`,
  (title, page) => `${title} / ${String(page).padStart(3, '0')}`,
  (title, page) => `• ${title} …… ${page}`,
];
const folios: Exclude<Layout['folio'], undefined>[] = [
  String,
  (n) => `- ${n} -`,
  (n) => `— ${n} —`,
  (n) => `· ${n} ·`,
  (n) => `第 ${n} 页`,
  fullWidth,
  (n) => `${n} / 320`,
  (n) => `[${n}]`,
  (n) => `－${n}－`,
  (n) => `第${toHan(n)}页`,
  (n) => `Page ${n}`,
  (n) => `〔${n}〕`,
];
const heads: Exclude<Layout['head'], undefined>[] = [
  (book) => book,
  (book, _, __, page) => `${book}  ${page}`,
  (_, chapter, label) => `${chapter} ${label}`,
  (_, chapter, label, page) => `${label} ${chapter} ${page}`,
  (_, chapter) => chapter,
  () => '内部培训资料 请勿外传',
  (_, __, ___, page) => `客户服务部内训 · ${page}`,
];

/** The handbook's own layout. */
export const plainLayout: Layout = {
  chapter: (n) => `第${n}章 `,
  rule: undefined,
  numerals: arabic,
  toc: tocStyles[0],
  chapterPages: false,
  tocHeading: '目 录',
  backLines: [],
  prefaceBehindToc: false,
  paragraphs: 'blank',
  wrap: 0,
  newline: '\n',
  folio: undefined,
  head: undefined,
  cut: 'form feed',
  dash: '',
  headingSpaces: false,
  splitHeadings: false,
};

/** A layout picked by a seed. */
export function makeLayout(seed: number): Layout {
  const random = seededRandom(seed);
  const numbering = random.chance(0.15)
    ? random.pick(bareNumberings)
    : {
        chapter: random.pick(chapterStyles),
        rule: random.chance(0.5) ? random.pick(ruleStyles) : undefined,
        numerals: random.pick([arabic, fullWidth, toHan, financial, contracted]),
      };
  return {
    ...numbering,
    toc: random.chance(0.85) ? random.pick(tocStyles) : undefined,
    chapterPages: random.chance(0.3),
    tocHeading: random.pick(['目录', '目 录', '目　　录', '目錄', '目次', 'CONTENTS']),
    backLines: random.chance(0.4) ? ['附 录', '参考文献', '后 记'].slice(random.below(3)) : [],
    prefaceBehindToc: random.chance(0.15),
    paragraphs: random.pick(['blank', 'blank', 'blank', 'indent', 'blank and indent', 'line'] as const),
    wrap: random.chance(0.25) ? 18 + random.below(20) : 0,
    newline: random.pick(['\n', '\n', '\r\n', '\r', '\u0085', '\u2028']),
    folio: random.chance(0.5) ? random.pick(folios) : undefined,
    head: random.chance(0.5) ? random.pick(heads) : undefined,
    cut: random.pick(['blank', 'form feed'] as const),
    dash: random.pick(['', '', '——', '—— ']),
    headingSpaces: random.chance(0.2),
    splitHeadings: random.chance(0.1),
  };
}

/** A rule as the body prints it. */
interface PrintedRule {
  rule: MadeRule;
  heading: string;
  paragraphs: string[];
}
interface PrintedChapter {
  chapter: MadeChapter;
  rules: PrintedRule[];
}

/** The rules that the table of contents lists, and those that the body prints, under its own headings. */
function disagree(
  book: MadeBook,
  quirk: Quirk | undefined,
  random: Random,
): { listed: MadeRule[][]; printed: PrintedChapter[] } {
  const listed = book.chapters.map(({ rules }) => [...rules]);
  const printed = book.chapters.map((chapter) => ({
    chapter,
    rules: chapter.rules.map((rule) => ({ rule, heading: rule.title, paragraphs: rule.paragraphs })),
  }));
  const at = random.below(listed.length);
  const { [at]: inContents = [] } = listed;
  const i = random.below(inContents.length);
  const inBody = printed[at]?.rules ?? [];
  const own = inBody[i];
  if (!own) return { listed, printed };
  switch (quirk) {
    case 'missing':
      inBody.splice(i, 1);
      break;
    case 'extra':
      inContents.splice(i, 1);
      break;
    case 'swapped':
      inContents.push(...inContents.splice(i, 1));
      break;
    case 'misread':
      own.heading = `${own.heading.slice(0, 2)}囗${own.heading.slice(3)}`;
      break;
    case 'reworded':
      own.heading = `${own.heading.slice(0, -2)}都${own.heading.slice(-2)}`;
      break;
    case 'duplicate':
      own.rule.title = listed[(at + 1) % listed.length]?.[0]?.title ?? own.rule.title;
      own.heading = own.rule.title;
      break;
    case 'broken off': {
      printed.splice(at + 1);
      inBody.splice(i + 1);
      const last = own.paragraphs.at(-1) ?? '';
      own.paragraphs = [...own.paragraphs.slice(0, -1), last.slice(0, last.indexOf('，') + 4)];
      break;
    }
    case undefined:
  }
  return { listed, printed };
}

/** The printed lines of a book, and the pages that they are on. */
class Press {
  readonly lines: string[] = [];
  readonly furniture: string[] = [];
  readonly layout: Layout;
  /** A blank line follows each paragraph. */
  readonly blank: boolean;
  rejoined = 0;
  private page = 1;
  private readonly title: string;

  constructor(title: string, layout: Layout) {
    this.title = title;
    this.layout = layout;
    this.blank = spacing(layout).blank;
  }

  put(...texts: string[]): void {
    this.lines.push(...texts);
    if (this.blank) this.lines.push('');
  }

  putHeading(number: string, title: string): void {
    const { headingSpaces, splitHeadings, toc } = this.layout;
    const printed = headingSpaces && toc ? `${title.slice(0, 3)} ${title.slice(3)}` : title;
    if (splitHeadings && number.startsWith('第') && toc) this.put(number.trim().replace(/：$/, ''), printed);
    else this.put(number + printed);
  }

  putParagraph(text: string): void {
    this.put(...printParagraph(text, this.layout));
  }

  /** The furniture between two pages of a chapter: the foot of one, the head of the next. */
  turnPage({ number, title }: MadeChapter): string[] {
    const { chapter, numerals, folio, head } = this.layout;
    const label = chapter(numerals(number))
      .replace(/[：、]/, '')
      .trim();
    this.page += 1;
    const between = [folio?.(this.page - 1), head?.(this.title, title, label, this.page)].filter(
      (text) => text !== undefined,
    );
    this.furniture.push(...between);
    return between;
  }

  /** A paragraph that a page's end cuts, if it is long enough. */
  putCut(text: string, chapter: MadeChapter, random: Random): void {
    const printed = printParagraph(text, this.layout);
    const cut = cutParagraph(printed, this.layout, random);
    if (!cut) {
      this.put(...printed);
      return;
    }
    const pageEnd = this.turnPage(chapter);
    this.rejoined += 1;
    // If nothing else shows a page's end, only a form feed within the sentence does.
    const isFurnished = (this.layout.folio ?? this.layout.head) !== undefined;
    if (this.layout.cut === 'form feed' || !(isFurnished || this.blank)) this.putFormFeed(cut, pageEnd);
    else {
      this.put(...cut.before);
      for (const line of pageEnd) this.put(line);
      this.put(...cut.after);
    }
  }

  private putFormFeed({ before, after }: Cut, pageEnd: string[]): void {
    const [next = '', ...rest] = after;
    const gap = this.blank ? [''] : [];
    this.lines.push(...before);
    if (pageEnd.length === 0) this.lines.push(`${this.lines.pop() ?? ''}\f${next}`);
    else {
      const last = pageEnd.length - 1;
      const feet = pageEnd.flatMap((line, i) => [i === last ? `\f${line}` : line, ...gap]);
      this.lines.push(...gap, ...feet, next);
    }
    this.put(...rest);
    if (this.blank && this.lines.at(-1) !== '') this.lines.push('');
  }
}

/** Print a book in a layout whose pages end anywhere in its paragraphs. */
export function printBook(
  book: MadeBook,
  layout: Layout,
  seed: number,
  quirk?: Quirk,
): { text: string; expected: Expected } {
  const random = seededRandom(seed ^ 0x5bd1e995);
  const { listed, printed } = disagree(book, quirk, random);
  const press = new Press(book.title, layout);
  const numberOf = ruleNumbers(book, layout);
  press.put(book.title);
  if (!layout.prefaceBehindToc) printPreface(book, press);
  printContents(book, listed, numberOf, press);
  if (layout.prefaceBehindToc && layout.toc) printPreface(book, press);
  for (const { chapter, rules } of printed) {
    press.putHeading(layout.chapter(layout.numerals(chapter.number)), chapter.title);
    if (chapter.epigraph) {
      press.put(
        ...printParagraph(chapter.epigraph.text, layout),
        ...(press.blank ? [''] : []),
        layout.dash + chapter.epigraph.by,
      );
    }
    for (const { rule, heading, paragraphs } of rules) {
      press.putHeading(numberOf.get(rule) ?? '', heading);
      for (const text of paragraphs) {
        if (random.chance(0.2)) press.putCut(text, chapter, random);
        else press.putParagraph(text);
      }
      if (random.chance(0.15) && (layout.folio ?? layout.head))
        for (const line of press.turnPage(chapter)) press.put(line);
    }
  }
  const expected: Expected = {
    chapters: expectedChapters(book, listed, printed, layout),
    rejoined: layout.wrap === 0 ? press.rejoined : undefined,
    furniture: press.furniture,
  };
  return { text: press.lines.join(layout.newline) + layout.newline, expected };
}

/** The number that each rule is printed with. */
function ruleNumbers(book: MadeBook, { rule: style }: Layout): Map<MadeRule, string> {
  const numbers = new Map<MadeRule, string>();
  for (const { number, rules } of book.chapters)
    for (const [index, rule] of rules.entries())
      numbers.set(rule, style?.(index + 1, numbers.size + 1, number) ?? '');
  return numbers;
}

function printPreface(book: MadeBook, press: Press): void {
  press.put('前 言');
  for (const text of book.preface) press.putParagraph(text);
}

function printContents(
  book: MadeBook,
  listed: MadeRule[][],
  numberOf: Map<MadeRule, string>,
  press: Press,
): void {
  const { toc, tocHeading, chapter: style, numerals, chapterPages, backLines } = press.layout;
  if (!toc) return;
  press.put(tocHeading);
  for (const [at, chapter] of book.chapters.entries()) {
    const heading = style(numerals(chapter.number)) + chapter.title;
    const page = chapter.rules[0]?.page ?? 0;
    // A table of contents without dashes has the pages of chapters and of rules in the same form.
    press.put(chapterPages && !toc('', 1).startsWith('-') ? toc(heading, page).trimStart() : heading);
    for (const rule of listed[at] ?? [])
      press.lines.push(toc((numberOf.get(rule) ?? '') + rule.title, rule.page));
    if (press.blank) press.lines.push('');
  }
  for (const line of backLines) press.put(line);
}

function expectedChapters(
  book: MadeBook,
  listed: MadeRule[][],
  printed: PrintedChapter[],
  layout: Layout,
): Expected['chapters'] {
  return book.chapters.map((chapter, at) => {
    const mine = printed.find((each) => each.chapter === chapter);
    const inContents = layout.toc ? (listed[at] ?? []) : [];
    const order = [...inContents, ...chapter.rules.filter((rule) => !inContents.includes(rule))];
    return {
      number: chapter.number,
      title: chapter.title,
      epigraph: mine ? chapter.epigraph : undefined,
      rules: order.map((rule) => ({
        title: rule.title,
        page: inContents.includes(rule) ? rule.page : null,
        paragraphs: mine?.rules.find((each) => each.rule === rule)?.paragraphs ?? [],
      })),
    };
  });
}

function spacing(layout: Layout): { blank: boolean; indent: string } {
  return {
    blank: layout.paragraphs.startsWith('blank'),
    indent: layout.paragraphs.endsWith('indent') ? '　　' : '',
  };
}

function printParagraph(text: string, layout: Layout): string[] {
  const whole = spacing(layout).indent + text;
  if (layout.wrap === 0) return [whole];
  const printed: string[] = [];
  let line = '';
  for (const c of whole) {
    // No line starts with a closing mark.
    if (line.length >= layout.wrap && !/[，。、；：！？”》）]/.test(c)) {
      printed.push(line);
      line = '';
    }
    line += c;
  }
  printed.push(line);
  return printed;
}

/** The printed lines of a paragraph before and after a page's end. */
interface Cut {
  before: string[];
  after: string[];
}

/** Cut a paragraph within a sentence, some way from its ends. */
function cutParagraph(printed: string[], layout: Layout, random: Random): Cut | undefined {
  if (layout.wrap > 0) {
    const at = printed.findIndex(
      (line, i) => i > 0 && i < printed.length - 1 && !/[。！？”：；]$/.test(line),
    );
    return at < 0 ? undefined : { before: printed.slice(0, at + 1), after: printed.slice(at + 1) };
  }
  const [text = ''] = printed;
  for (let tries = 0; tries < 8; tries += 1) {
    const at = 14 + random.below(Math.max(1, text.length - 24));
    const [before, after] = [text.slice(0, at), text.slice(at)];
    if (after.length < 8 || /[。！？”“：；0-9]$/.test(before) || /^[0-9“]/.test(after)) continue;
    return { before: [before], after: [after] };
  }
  return undefined;
}

/** A book of the size that tests use. */
export function makeTestBook(seed: number): MadeBook {
  const random = seededRandom(seed);
  return makeBook({
    chapters: 2 + random.below(3),
    rules: 2 + random.below(3),
    paragraphs: 2 + random.below(4),
    stories: 0.25,
    seed,
  });
}
