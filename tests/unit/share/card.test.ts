import { beforeAll, describe, expect, test } from 'vitest';
import { breakLines, toUnits } from '../../../src/share/card/break-lines.ts';
import { cardSize, drawCard, type CardFaces, type CardText } from '../../../src/share/card/card.ts';
import { box, openFace } from '../../../src/share/card/face.ts';
import { must } from '../../../src/lib/must.ts';

const square = (text: string, measure: number) =>
  breakLines(
    toUnits(text, (character) => (/[ -~]/.test(character) ? 500 : 1000)),
    { measure: measure * 1000, space: 250, most: 9 },
  );

describe('breakLines', () => {
  test('makes lines even, and breaks after a comma where it can', () => {
    expect(square('以客户为中心，反对以自我为中心', 12)).toEqual(['以客户为中心，', '反对以自我为中心']);
  });

  test('starts no line with a closing mark and ends none with an opening one', () => {
    for (let measure = 4; measure < 14; measure += 1) {
      for (const line of square('利用客户紧急诉求，关闭“黑洞”，（再）打开《新门》。', measure) ?? []) {
        expect(line).not.toMatch(/^[，。”）》]/);
        expect(line).not.toMatch(/[“（《]$/);
      }
    }
  });

  test('keeps words, figures and their signs whole', () => {
    const lines = must(square('坚持1%的希望，换取100%的成功，项目计划要与客户的KPI对标', 9));
    for (const whole of ['1%', '100%', 'KPI']) expect(lines.some((line) => line.includes(whole))).toBe(true);
  });

  test('breaks between words, and beside a Latin name rather than in it', () => {
    const title = 'Check-in流程与Lost & Found登记';
    for (let measure = 7; measure < 14; measure += 1) {
      const lines = must(square(title, measure));
      for (const whole of ['Check-in', '流程', 'Lost & Found', '登记'])
        expect(
          lines.some((line) => line.includes(whole)),
          `${whole} in ${lines.join('/')}`,
        ).toBe(true);
    }
    expect(square('Keep the night shift informed of every call', 8)?.length).toBeGreaterThan(2);
  });

  test('gives up on a word that is longer than the line', () => {
    expect(square('Donaudampfschifffahrt', 5)).toBeUndefined();
  });
});

const short: CardText = {
  number: '1.1',
  context: '第一章',
  title: '稳',
  translation: 'Hold',
  book: '《读本》',
  spine: '法则',
};
const long: CardText = {
  number: '128.14',
  context: '第一百二十八章　在安排任务时坚持把客户的关键业绩指标放在前面并且说清楚谁来负责到底',
  title:
    '在客户最忙的季节里，项目计划要与客户的KPI对标，凡是要他配合的事，开口先问“这个时间对您那边意味着什么”，再谈其他',
  translation:
    'In the customer’s busiest season, line your project plan up with the customer’s key performance indicators and ask first what the hour means to them before anything else is said',
  book: '《华为客户法则》配套读本',
  spine: '客户法则与客户关系管理实务',
};
/** A title that is one address, with no place to break at. */
const address = {
  ...short,
  title: 'https://pumps.example.org/handbook/shifts/night/checklists/valves-gauges-and-the-spare-keys.html',
};
function isCase(text: CardText): CardText {
  const { context, title, translation, book, spine } = text;
  return { context, title, translation, book, spine };
}

let faces: CardFaces;
beforeAll(async () => {
  const characters = [short, long]
    .flatMap((text) => Object.values(text).join('').split(''))
    .concat('…', ' ', '’');
  const light = await openFace(300, '0123456789.');
  const text = await openFace(450, characters);
  faces = { light, text, bold: await openFace(700, characters) };
});

/** Places of the glyphs of a card: left and baseline of each, with its size. */
function glyphs(svg: string): { x: number; y: number; size: number }[] {
  return [...svg.matchAll(/matrix\(([\d.]+) 0 0 -[\d.]+ (-?[\d.]+) (-?[\d.]+)\)/g)].map(
    ([, scale, x, y]) => ({
      size: Number(scale) * 1000,
      x: Number(x),
      y: Number(y),
    }),
  );
}

describe('drawCard', () => {
  test.for([
    ['the shortest rule', short],
    ['the longest rule', long],
    ['the shortest case', isCase(short)],
    ['the longest case', isCase(long)],
    ['an address', address],
  ] as const)('keeps %s inside the card, its lines apart', ([, text]) => {
    const set = glyphs(drawCard(text, faces));
    expect(set.length).toBeGreaterThan(5);
    for (const { x, y, size } of set) {
      expect(x).toBeGreaterThan(30);
      expect(x + size * 0.5).toBeLessThan(cardSize.width - 30);
      expect(y - size * 0.8).toBeGreaterThan(30);
      expect(y).toBeLessThan(cardSize.height - 40);
    }
    const column = set.filter(({ x }) => x < 1000);
    for (const { x, size } of column) expect(x + size * 0.5).toBeLessThan(1010);
    const lines = [...Map.groupBy(column, ({ y }) => y)].sort(([a], [b]) => a - b);
    for (const [index, [y, line]] of lines.entries()) {
      const above = lines[index - 1];
      if (above !== undefined) expect(y - must(line[0]).size * 0.75).toBeGreaterThan(above[0]);
    }
  });

  test('cuts a title that is too long, and says so with an ellipsis', () => {
    const ellipsis = `d="${faces.bold.glyph('…').path}"`;
    expect(drawCard({ ...long, title: long.title.repeat(4) }, faces)).toContain(ellipsis);
    expect(drawCard(long, faces)).not.toContain(ellipsis);
  });

  test('draws what the first typeface lacks from others, and a box for what none has', async () => {
    const text = { ...short, number: 'Ⅱ', title: '稳Ⅱβ✔😀𠮷\u{e123}', context: '☎→≥№\u200d' };
    const all = Object.values(text).join('');
    const [light, face] = [await openFace(300, 'Ⅱ'), await openFace(450, all)];
    const svg = drawCard(text, { light, text: face, bold: face });
    for (const character of '稳β✔😀𠮷☎→≥№') expect(svg).toContain(`d="${face.glyph(character).path}"`);
    expect(svg.split(box.path)).toHaveLength(2);
    for (const character of '稳Ⅱβ✔😀𠮷') expect(face.glyph(character)).not.toBe(box);
    expect(face.glyph('\u200d').path).toBe('');
  });

  test('titles of 2 to 30 characters, and English ones, stay beside the hairline above the seal', async () => {
    const titles = [
      '守则',
      '泵房里的人应该先看表再听声然后才写下来交给接班的人看过签字收好',
      'The Pump Room Handbook for the Night Shift',
    ];
    for (const spine of titles) {
      const bold = await openFace(700, [...spine, ...Object.values(short).join('')]);
      const svg = drawCard({ ...short, spine }, { ...faces, bold, text: bold });
      const set = glyphs(svg).filter(({ x }) => x > 1020);
      for (const { x, y, size } of set) {
        expect(x + size).toBeLessThan(cardSize.width);
        expect(y).toBeLessThan(460);
        expect(size).toBeGreaterThan(18);
      }
    }
  });
});
