import { toHan } from '../src/lib/han-number.ts';
import { seededRandom, type Random } from './random.ts';

/** A kind of text that makes some step of an ingest work hard, of any length. */
export interface OddBook {
  name: string;
  /** Its lines, without end. */
  lines: (random: Random) => Generator<string>;
}

const clauses = [
  '店里的茶一天换三次',
  '换茶的人在纸上记一笔',
  '仓门由两个人一起锁',
  '账本每天晚上对一遍',
  '差一分钱也要找到原因',
  '新来的人先跟三天',
  '退货先看票据',
  '谁接的单谁跟到底',
  '天亮以前把货摆好',
  '客人来了先倒水',
];
const names = ['小唐', '老傅', '阿坤', '罗敏', '秦朗', '姜虹', '老柯', '小贺', '孟凡', '柳青'];
const firms = ['印染厂', '轴承厂', '茶庄', '灯具厂', '货代公司', '药房'];
const places = ['宁波', '柳州', '佛山', '合肥', '青岛', '洛阳'];

function paragraph(random: Random): string {
  const sentences = Array.from({ length: 2 + random.below(6) }, () =>
    Array.from({ length: 1 + random.below(3) }, () => random.pick(clauses)).join('，'),
  );
  return `${sentences.join('。')}。`;
}

function story(random: Random): string {
  const [name, firm] = [random.pick(names), random.pick(firms)];
  return `${2001 + random.below(23)}年${1 + random.below(12)}月，${random.pick(places)}一家${firm}的采购主管找到${name}，说货出了差错。${name}连夜赶到厂里，守了两天。“还能用吗？”主管问。后来这家${firm}又签了三年的合同。`;
}

/** A title that hardly ever comes twice. */
function title(random: Random, counter: number): string {
  return `${random.pick(clauses).slice(0, 4)}${toHan(counter % 10_000)}${random.pick(['的规矩', '要趁早', '有先后'])}`;
}

/** Lines of chapters as `print` numbers them, each with rules, paragraphs and told cases. */
function* chapters(
  random: Random,
  print: (number: number, title: string) => string,
  rule: ((number: number, title: string) => string) | undefined,
): Generator<string> {
  for (let chapter = 1, count = 0; ; chapter += 1) {
    yield* ['', print(chapter, title(random, (count += 1))), ''];
    for (let at = 1; at <= 5 + random.below(30); at += 1) {
      if (rule) yield* [rule(at, title(random, (count += 1))), ''];
      for (let left = 1 + random.below(20); left > 0; left -= 1)
        yield* [random.chance(0.1) ? story(random) : paragraph(random), ''];
    }
  }
}

/** Always the same lines. */
function same(...lines: string[]): OddBook['lines'] {
  return function* () {
    for (;;) yield* lines;
  };
}

/** A line from a number, which counts on. */
function counted(line: (number: number, random: Random) => string): OddBook['lines'] {
  return function* (random) {
    for (let number = 1; ; number += 1) yield line(number, random);
  };
}

/** What `lines` gives, under one heading. */
function below(heading: string, lines: OddBook['lines']): OddBook['lines'] {
  return function* (random) {
    yield* [heading, ''];
    yield* lines(random);
  };
}

const running = counted((_, random) => paragraph(random));

export const oddBooks: OddBook[] = [
  {
    name: 'chapters and rules',
    lines: (random) =>
      chapters(
        random,
        (n, text) => `第${n}章 ${text}`,
        (n, text) => `${toHan(n)}、${text}`,
      ),
  },
  {
    name: 'chapters without rules',
    lines: (random) => chapters(random, (n, text) => `第${n}章 ${text}`, undefined),
  },
  {
    name: 'Markdown',
    lines: (random) =>
      chapters(
        random,
        (_, text) => `## ${text}`,
        (_, text) => `### ${text}`,
      ),
  },
  {
    name: 'titles without numbers',
    lines: (random) =>
      chapters(
        random,
        (n, text) => `第${n}章 ${text}`,
        (_, text) => text,
      ),
  },
  {
    name: 'one chapter of running text',
    lines: below(
      '第1章 一章到底',
      counted((_, random) => (random.chance(0.1) ? story(random) : paragraph(random))),
    ),
  },
  {
    name: 'one chapter of stories',
    lines: below(
      '第1章 全是故事',
      counted((_, random) => story(random)),
    ),
  },
  {
    name: 'one chapter of many names',
    lines: below(
      '第1章 人人有名',
      counted(
        (number, random) =>
          `小${String.fromCharCode(0x4e00 + (number % 4000))}说：“${random.pick(clauses)}。”小${String.fromCharCode(0x4e00 + ((number * 7) % 4000))}听了没有说话。`,
      ),
    ),
  },
  { name: 'no heading', lines: running },
  { name: 'headings alone', lines: counted((n, random) => `第${toHan(n % 10_000)}章 ${title(random, n)}`) },
  { name: 'headings of one number', lines: counted((n, random) => `第三章 ${title(random, n)}`) },
  {
    name: 'numbered items',
    lines: below(
      '第1章 清单',
      counted((n, random) => `${n % 1000}. ${title(random, n)}`),
    ),
  },
  {
    name: 'items that start anew',
    lines: below(
      '第1章 清单',
      counted((n, random) => `${(n % 3) + 1}、${paragraph(random)}`),
    ),
  },
  {
    name: 'chapters that start anew',
    lines: counted((n, random) =>
      n % 8 === 1 ? `第${((n >> 3) % 3) + 1}章 ${title(random, n)}` : paragraph(random),
    ),
  },
  {
    name: 'bare numbers',
    lines: below(
      '第1章 数字',
      counted((n, random) => (n % 2 === 1 ? String(n % 1000) : paragraph(random))),
    ),
  },
  {
    name: 'short lines',
    lines: below(
      '第1章 短行',
      counted((n, random) => title(random, n)),
    ),
  },
  { name: 'one line again and again', lines: below('第1章 重复', same('店里的茶一天换三次')) },
  {
    name: 'one paragraph again and again',
    lines: below('第1章 重复', same('店里的茶一天换三次，换茶的人在纸上记一笔。', '')),
  },
  {
    name: '目录 again and again',
    lines: counted((n, random) => (n % 10 === 0 ? '目录' : paragraph(random))),
  },
  {
    name: 'contents alone',
    lines: below(
      '目录',
      counted((n, random) => `第${n}章 ${title(random, n)}……${n}`),
    ),
  },
  {
    name: 'rows of a table',
    lines: below(
      '第1章 表',
      counted((n, random) => `| ${n} | ${random.pick(clauses)} | ${random.pick(names)} |`),
    ),
  },
  {
    name: 'dialogue',
    lines: below(
      '第1章 对话',
      counted((_, random) => `“${random.pick(clauses)}？”${random.pick(names)}问。`),
    ),
  },
  {
    name: 'markers of cases',
    lines: below(
      '第1章 案例',
      counted((n, random) => (n % 4 === 1 ? '【案例】' : story(random))),
    ),
  },
  {
    name: 'a marker at the top alone',
    lines: below(
      '第1章 案例',
      below(
        '【案例】',
        counted((n, random) => (n % 5000 === 0 ? '【点评】' : story(random))),
      ),
    ),
  },
  {
    name: 'pages with heads and numbers',
    lines: counted((n, random) =>
      n % 400 === 1
        ? `第${(n - 1) / 400 + 1}章 ${title(random, n)}`
        : n % 20 === 0
          ? `— ${n / 20} —\n\f店铺手记`
          : paragraph(random),
    ),
  },
  {
    name: 'hard-wrapped',
    lines: below(
      '第1章 折行',
      counted((_, random) => `${paragraph(random)}${paragraph(random)}`.slice(0, 38)),
    ),
  },
  {
    name: 'Traditional',
    lines: below(
      '第1章 帳本',
      counted((n) => `第${n}筆賬由兩個人一起記，記完以後還要請第三個人對一遍，錯了就從頭再來。`),
    ),
  },
  { name: 'opening quotation marks', lines: below('第1章 引号', same('“'.repeat(1000))) },
  { name: 'brackets', lines: below('第1章 括号', same('（【〔'.repeat(300))) },
  { name: 'spaces', lines: below('第1章 空白', same(`茶${' '.repeat(1000)}水`)) },
  { name: 'digits', lines: below('第1章 数字', same('1234567890'.repeat(100))) },
  { name: 'full stops', lines: below('第1章 句号', same('。'.repeat(1000))) },
  { name: 'hashes', lines: below('第1章 井号', same(`${'#'.repeat(6)} ${'#'.repeat(900)}`)) },
];

/** A text of a kind, of about so many bytes of UTF-8. The same seed makes the same text. */
export function makeOddBook({ lines }: OddBook, bytes: number, seed: number): string {
  const made: string[] = [];
  let size = 0;
  for (const line of lines(seededRandom(seed))) {
    if (size >= bytes) break;
    made.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  return `${made.join('\n')}\n`;
}
