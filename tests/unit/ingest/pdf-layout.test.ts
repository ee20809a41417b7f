import { expect, test } from 'vitest';
import { PNG } from 'pngjs';
import { readPdf } from '../../../scripts/ingest/source/pdf/read-pdf.ts';
import { printPdf } from '../../../samples/formats/print-pdf.ts';

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

test('rows with as many cells are a table, a list of contents is none', async () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((text, index) => ({ text, x: 50 + 120 * index, y }));
  const { lines } = await readPdf(
    printPdf([
      [
        ...row(500, '项目', '早班', '晚班'),
        ...row(480, '点货', '三遍', '两遍'),
        ...row(440, '先看灯', '3'),
        ...row(420, '再看门', '12'),
      ]
        .map(draw)
        .join(''),
    ]),
  );
  expect(lines.flatMap(({ format }) => (format ? [format.markdown ?? format.kind] : []))).toEqual([
    '| 项目 | 早班 | 晚班 |\n| --- | --- | --- |',
    '| 点货 | 三遍 | 两遍 |',
    'paragraph',
    'paragraph',
  ]);
});

test('a line that ends early before what can’t be divided goes on, one that ends a paragraph does not', async () => {
  const prose =
    '客人走了以后才可以关灯钟响以前不收椅子也不收碗门口的说明每天念一遍念完才可以走人走以前再看一遍灯和门';
  const [full, wide] = [prose.slice(0, 26), prose.slice(22, 46)];
  const lines = [full, wide, 'rules/closing，念完。', full, `${wide.slice(0, 14)}。`, full, '走。'].map(
    (text, index) => ({ text, x: text === full ? 70 : 50, y: 500 - 15 * index }),
  );
  expect(await paragraphsOf(lines)).toHaveLength(3);
});

test('pictures are kept beside their text, scans of pages and recurring marks are listed', async () => {
  const square = (color: number) => ({ width: 40, height: 40, pixels: new Uint8Array(4800).fill(color) });
  const at = (name: string, x: number, y: number, width: number, height: number) =>
    `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`;
  const text = (first: string) => column(50, 500, [first, '正文的第二段话在这里说完。']).map(draw).join('');
  const mark = at('I1', 360, 540, 40, 40);
  const pages = [
    text('第一段。') + at('I0', 50, 380, 80, 80) + draw({ text: '图1 早班的路线', x: 60, y: 365 }) + mark,
    text('第二段。') + mark + at('I2', 0, 0, 420, 595),
    text('第三段。') + mark + at('I0', 200, 495, 9, 9),
  ];
  const source = await readPdf(printPdf(pages, { pictures: [square(90), square(160), square(230)] }));
  const [[name, bytes] = ['', new Uint8Array()]] = [...source.pictures];
  expect([...source.pictures.keys()]).toEqual([name]);
  expect(PNG.sync.read(Buffer.from(bytes)).data.subarray(0, 4)).toEqual(Buffer.from([90, 90, 90, 255]));
  expect(source.lines.find(({ text: line }) => line.startsWith('图1'))?.format?.markdown).toBe(
    `![图1 早班的路线](../${name})\n\n图1 早班的路线`,
  );
  expect(source.leftOut.filter(({ what }) => !/running/.test(what))).toEqual([
    { what: 'ornaments', place: 'page 1' },
    { what: 'pictures of whole pages', place: 'page 2' },
    { what: 'ornaments', place: 'page 2' },
    { what: 'ornaments', place: 'page 3' },
  ]);
});

test('headings one below the other stay apart, however far they reach', async () => {
  const list = [
    '第一章 先看灯再看门最后才看锁',
    '第二章 门口的灯和灶上的火都要看',
    '第二分编 关门以后要做的几件事',
  ];
  const text = Array.from({ length: 8 }, (_, index) => ({
    text: '看完才算数的正文有这么长一行字',
    x: 50,
    y: 380 - 15 * index,
  }));
  expect((await paragraphsOf([...column(50, 500, list), ...text])).slice(0, 3)).toEqual(list);
});

test('a full stop alone on a page’s last line ends the paragraph, it is no page number', async () => {
  const page = (name: string) => [
    ...column(50, 500, [`${name}页的正文写到这一行为止`, '写满了一整行就到了下一行啊']),
    { text: '。', x: 50, y: 40 },
  ];
  const paragraphs = await paragraphsOf(...['甲', '乙', '丙', '丁', '戊'].map(page));
  expect(paragraphs.join('').match(/。/g)).toHaveLength(5);
  expect(paragraphs.filter((text) => text === '。')).toEqual([]);
});

/** A page of a controlled document: its framed head, and text below it. */
function controlled(number: number, ...text: string[]): Drawn[] {
  return [
    { text: '青石泵房程序文件 编号 QS-07', x: 50, y: 560, size: 14 },
    { text: '版本 A 修改 0', x: 220, y: 542 },
    { text: '开门程序', x: 80, y: 526, size: 13 },
    { text: `页次 ${number}/4`, x: 220, y: 510 },
    ...column(50, 470, text),
  ];
}

test('the framed head of a controlled document is left out of all pages, its title stays on the first', async () => {
  const pages = [1, 2, 3, 4].map((number) =>
    controlled(number, `先看${'表灯门锁'[number - 1] ?? ''}一遍。`, '再签一次字。', '然后关灯。'),
  );
  const paragraphs = await paragraphsOf(...pages);
  expect(paragraphs.filter((text) => /编号|版本|页次/.test(text))).toEqual([]);
  expect(paragraphs.filter((text) => text === '开门程序')).toHaveLength(1);
  expect(paragraphs.join('')).toContain('先看门一遍。');
});

test('a page’s own title in large type is text, though all pages have one at the same place', async () => {
  const titles = ['登记', '报价', '合同', '投诉', '统计'];
  const pages = titles.map((title) => [
    { text: title, x: 50, y: 560, size: 18 },
    ...column(50, 500, [`先说${title}的规矩，都写在这里。`, '再看一遍。', '就这些。']),
  ]);
  expect((await paragraphsOf(...pages)).filter((text) => titles.includes(text))).toEqual(titles);
});

test('an item below the end of a sentence is a paragraph, however full the line above it is', async () => {
  const lines = [
    '一、开门以前先看灯，看完再签字。',
    '二、灯不亮就写在门口的本子上，',
    '给下一班的人看，他先去修的灯。',
    '3.1 门要推两下再开，不要一次推开',
  ];
  const text = column(50, 500, [...left, ...lines, ...right]);
  const paragraphs = await paragraphsOf(text);
  expect(paragraphs).toContain(lines[0]);
  expect(paragraphs).toContain(`${lines[1]}${lines[2]}`);
});

test('a letter that a font of signs draws as a bullet is one, if items begin with it again and again', async () => {
  const items = ['z 先看水表再看电表。', 'z 先关灯再关门。', 'z 先签字再走。'];
  const apart = (texts: string[]): Drawn[] =>
    texts.map((text, index) => ({ text, x: 50, y: 500 - 40 * index }));
  expect(await paragraphsOf(apart(items))).toEqual(items.map((text) => text.replace('z', '•')));
  expect(await paragraphsOf(apart(items.slice(0, 2)))).toEqual(items.slice(0, 2));
});

test('a line that ends with a comma goes on in the next one, however short it is', async () => {
  const text = column(50, 500, [...left, '灯不亮的那一排，', '要记在门口的本子上。', ...right]);
  expect((await paragraphsOf(text)).join('\n')).toContain('灯不亮的那一排，要记在门口的本子上。');
});

test('the lines of an item may be set in below its first words', async () => {
  const item = [
    { text: '1、看灯的人要把不亮的灯记在本', x: 50, y: 380 },
    { text: '子上，交给下一班的人。', x: 72, y: 365 },
  ];
  expect(await paragraphsOf([...column(50, 500, left), ...item, ...column(50, 340, right)])).toContain(
    '1、看灯的人要把不亮的灯记在本子上，交给下一班的人。',
  );
});

test('an article and its title open a paragraph below a full line that ends a sentence', async () => {
  const lines = [
    '第一条 点货',
    '点货在开门前做完，少了的记下来。',
    '第二条 换茶',
    '换茶一天三次，水凉了就换掉为止。',
    '第三条所说的茶是当天的茶，隔夜茶',
    '一律倒掉。',
  ];
  expect(await paragraphsOf(column(50, 500, lines))).toEqual([...lines.slice(0, 3), lines.slice(3).join('')]);
});

test('a bullet opens an item, and a number below an item does', async () => {
  const lines = [
    '•开门前看一遍货架缺了的货都要补上',
    '•关门后再看一遍货架货不齐的记下来',
    '2. 换茶',
    '•水凉了就换',
  ];
  expect(await paragraphsOf(column(50, 500, lines))).toEqual(lines);
});

test('a numbered heading that happens to open its page is no running head', async () => {
  const names = ['点货', '换茶', '记账', '收银', '打烊'];
  const pages = names.map((name, index) => [
    { text: `${'一二三四五'.charAt(index)}、${name}`, x: 50, y: 570 },
    ...column(50, 530, [...left.slice(0, 3).map((line) => `${name}${line}`), `${name}末。`]),
  ]);
  const texts = await paragraphsOf(...pages);
  for (const name of names) expect(texts.join('\n')).toContain(`、${name}`);
});
