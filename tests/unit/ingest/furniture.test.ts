import { describe, expect, test } from 'vitest';
import { BodyLines } from '../../../scripts/ingest/page/body-lines.ts';
import { findFurniture } from '../../../scripts/ingest/page/furniture/furniture.ts';
import type { Heading } from '../../../scripts/ingest/page/heading.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';
import { matchKey } from '../../../src/lib/squeeze.ts';

/** Sentences that a page's end cut in two, between the halves of which the lines are put. */
const upper = '开门以前先看灯，灯不亮的那一排要记下来，写在门口的';
const lower = '本子上，交给下一班的人，他来的时候就知道该先修哪一盏。';

/** The furniture of a body whose chapters are the lines 第…章 …. */
function furnitureOf(text: string, titles: string[] = []): string[] {
  const { lines } = splitLines(text);
  const headings = lines.flatMap(({ text: whole }, at): Heading[] => {
    const [, label, title = ''] = /^(第.章) (.+)$/.exec(whole) ?? [];
    return label === undefined
      ? []
      : [
          {
            level: 'chapter',
            first: at,
            last: at,
            entry: undefined,
            number: 1,
            label,
            title,
            whole,
            depth: 0,
          },
        ];
  });
  const keys = new Set([...titles, ...headings.map(({ title }) => title)].map(matchKey));
  const found = findFurniture(new BodyLines(lines, 0), headings, keys, () => undefined, titles);
  return found.groups.map(({ text: words, lines: { length } }) => `${words} ×${length}`);
}

const cut = (...between: string[]): string => [upper, ...between, lower, ''].join('\n');
const whole = '灯亮了才开门，门要推两下，推不动的就叫人来，不要自己拆。\n';

describe('running heads', () => {
  test('are three lines of the same words of which one interrupts a sentence and two come before headings, and not two', () => {
    const before = (n: string) => `${whole}\n${whole}\n泵房守则\n\n第${n}章 看灯${n}\n\n${whole}`;
    expect(furnitureOf([cut('泵房守则'), whole, before('一')].join('\n'))).toEqual([]);
    expect(furnitureOf([cut('泵房守则'), whole, before('一'), before('二')].join('\n'))).toEqual([
      '泵房守则 ×3',
    ]);
  });

  test('are two lines that interrupt sentences in a text that shows its pages', () => {
    expect(furnitureOf([cut('泵房守则'), whole, '\f', cut('泵房守则'), whole].join('\n'))).toEqual([
      '泵房守则 ×2',
    ]);
  });

  test('are four lines before headings or between paragraphs in a text that shows its pages, and not three', () => {
    const between = `泵房守则\n\n${whole}\n`;
    const before = (n: string) => `${whole}\n${whole}\n泵房守则\n\n第${n}章 看灯${n}\n\n${whole}\n`;
    const paged = `${whole}\f\n${whole}\n`;
    expect(furnitureOf([paged, between, before('一'), before('二')].join('\n'))).toEqual([]);
    expect(furnitureOf([paged, between, before('一'), before('二'), before('三')].join('\n'))).toEqual([
      '泵房守则 ×4',
    ]);
  });

  test('that repeat a title are none where a heading is, or where the title is part of a sentence', () => {
    const text = `第一章 看灯\n\n看灯\n\n${whole}\n他说看灯要紧。\n\n第二章 开门\n\n${whole}`;
    expect(furnitureOf(text)).toEqual(['看灯 ×1']);
  });

  test('are never who said an epigraph, the short line behind the first text below a heading', () => {
    const chapter = (n: string) =>
      `第${n}章 看灯${n}\n\n灯是夜里的路。\n\n老船工\n\n${whole}\n${cut('老船工')}\n${whole}`;
    expect(furnitureOf(['一', '二', '三', '四'].map(chapter).join('\n\f\n'))).toEqual(['老船工 ×8']);
    const epigraphs = ['一', '二', '三', '四'].map(
      (n) => `第${n}章 看灯${n}\n\n灯是夜里的路。\n\n老船工\f${whole}`,
    );
    expect(furnitureOf(epigraphs.join('\n'))).toEqual([]);
  });
});

describe('page numbers', () => {
  test('behind the same words show the pages, though one of a dozen is misread', () => {
    // A line alone that interrupts a sentence heads a page only in a text that shows its pages.
    const lone = `交班的本子要写清楚。\n\n${cut('开闸')}`;
    const pages = (numbers: number[]) =>
      numbers.map((number) => `${whole}\n泵房守则 ${String(number)}\n\n${whole}`).join('\n');
    const rising = Array.from({ length: 12 }, (_, i) => 10 + i);
    expect(furnitureOf(lone)).toEqual([]);
    expect(furnitureOf(`${pages(rising)}\n${lone}`)).toEqual(['开闸 ×1']);
    const misread = rising.map((number, i) => (i === 5 ? 3 : number));
    expect(furnitureOf(`${pages(misread)}\n${lone}`)).toEqual(['开闸 ×1']);
    const falling = rising.map((number, i) => (i % 3 === 0 ? 3 : number));
    expect(furnitureOf(`${pages(falling)}\n${lone}`)).toEqual([]);
  });

  test('are bare numbers that rise, and no year on a line of its own', () => {
    const pages = [3, 4, 5, 6].map((number) => cut('', String(number), '')).join('\n');
    expect(furnitureOf(pages)).toEqual(['3, 4, 5 ×4']);
    expect(furnitureOf(`${whole}\n1998\n\n${whole}\n1999\n\n${whole}\n2000\n\n${whole}`)).toEqual([]);
  });
});

test('in a source of known pages, lines in the middle of a page are no page numbers', () => {
  const { lines } = splitLines(
    ['P1', whole, whole, 'P2', whole, whole, 'P3', whole, whole, 'P4'].map((line) => line.trim()).join('\n'),
  );
  const onPage = (page: number) =>
    lines.map((line) => ({ ...line, format: { kind: 'paragraph' as const, place: `page ${page}` } }));
  const found = (given: typeof lines): string[] =>
    [...findFurniture(new BodyLines(given, 0), [], new Set(), () => undefined, []).lines].map(
      (index) => given[index]?.text ?? '',
    );
  expect(found(lines)).toEqual(['P1', 'P2', 'P3', 'P4']);
  expect(found(onPage(7))).toEqual(['P1', 'P4']);
});
