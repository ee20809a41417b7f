import { expect, test } from 'vitest';
import { readPdf } from '../../../scripts/ingest/source/pdf/read-pdf.ts';
import { printPdf } from '../../../samples/formats/write-pdf.ts';

interface Drawn {
  text: string;
  x: number;
  y: number;
  size?: number;
}

function draw({ text, x, y, size = 10 }: Drawn): string {
  const hex = [...text]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;
}

/** Lines of text below one another. */
function column(x: number, from: number, lines: string[]): Drawn[] {
  return lines.map((text, index) => ({ text, x, y: from - 15 * index }));
}

async function paragraphsOf(...pages: Drawn[][]): Promise<string[]> {
  const { lines } = await readPdf(printPdf(pages.map((page) => page.map(draw).join(''))));
  return lines.map(({ text }) => text).filter((text) => text !== '');
}

const left = [
  '左一二三四五六七八九十甲乙丙',
  '左二二三四五六七八九十甲乙丙',
  '左三二三四五六七八九十甲乙丙',
  '左四二三四五六七八九十甲乙丙',
  '左五二三四五六七八九十甲乙丙',
  '左六二三四五六七八九十甲乙丙',
  '左末。',
];
const right = left.map((line) => line.replace('左', '右'));

test('two columns are read one after the other, whatever order the file draws them in', async () => {
  const title = { text: '第一章 两栏的一页', x: 50, y: 540, size: 16 };
  const rows = left.flatMap((_, index) => [
    ...column(50, 500 - 15 * index, left.slice(index, index + 1)),
    ...column(220, 500 - 15 * index, right.slice(index, index + 1)),
  ]);
  expect(await paragraphsOf([title, ...rows])).toEqual(['第一章 两栏的一页', left.join(''), right.join('')]);
  expect(await paragraphsOf([...column(220, 500, right), ...column(50, 500, left), title])).toEqual([
    '第一章 两栏的一页',
    left.join(''),
    right.join(''),
  ]);
});

test('cells of a table stay on their row', async () => {
  const rows = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].flatMap((name, index) => [
    { text: `${name}班点货`, x: 50, y: 500 - 15 * index },
    { text: `${index + 1}遍`, x: 250, y: 500 - 15 * index },
  ]);
  expect((await paragraphsOf(rows)).slice(0, 2)).toEqual(['甲班点货\t1遍', '乙班点货\t2遍']);
});

test('quotation marks that are drawn before their line stand where they are seen', async () => {
  const sentence = ['他说：', '点三遍再签字', '，然后走了。'];
  const drawn = [
    { text: '“', x: 80, y: 500 },
    { text: '”', x: 150, y: 500 },
    { text: sentence[0] ?? '', x: 50, y: 500 },
    { text: sentence[1] ?? '', x: 90, y: 500 },
    { text: sentence[2] ?? '', x: 160, y: 500 },
  ];
  expect(
    await paragraphsOf([...drawn, ...column(50, 460, ['第二段也有一些话说。', '第三段也有一些话说。'])]),
  ).toContain('他说：“点三遍再签字”，然后走了。');
});

test('bold type that is drawn twice is read once', async () => {
  const heading = { text: '第一章 先看灯', x: 50, y: 520, size: 14 };
  const text = column(50, 480, ['正文的第一段话在这里说完。', '正文的第二段话在这里说完。']);
  expect(await paragraphsOf([heading, { ...heading, x: 50.4 }, ...text])).toContain('第一章 先看灯');
});

test('a word that a hyphen cuts at a line’s end is one word', async () => {
  const lines = ['We count all goods and guess num-', 'bers that no one wrote down.'];
  expect(await paragraphsOf(column(50, 500, lines))).toEqual([
    'We count all goods and guess numbers that no one wrote down.',
  ]);
});
