import { describe, expect, test } from 'vitest';
import { ledgerSchema, type Ledger } from '../../../src/schemas/ledger.ts';
import { assign } from '../../../scripts/ingest/permalinks/assignment.ts';
import { makeCode } from '../../../scripts/ingest/permalinks/code.ts';
import { assignPermalinks, printLedger, readLedger } from '../../../scripts/ingest/permalinks/permalinks.ts';
import { parseSketch, printSketch, similarity, sketchOf } from '../../../scripts/ingest/permalinks/sketch.ts';
import type { Entries } from '../../../scripts/ingest/entries/entry.ts';
import { chapter, entriesOf, rule } from './books.ts';
import { must } from '../../../src/lib/must.ts';

const names = '先要把客户的名字写在本子的第一页，再把他说过的难处写在名字下面，每周翻一遍，划掉办完的。';
const calls = '电话响过三声以前接起来，说清自己是谁，记下来电的时间，答应几点回电就在日历上画一道红线。';

/** Codes by id. */
function codesOf(entries: Entries, ledger: Ledger): { codes: Record<string, string>; ledger: Ledger } {
  const result = assignPermalinks(entries, ledger);
  return {
    codes: Object.fromEntries([...result.codes].map(([entry, code]) => [entry.data.id, code])),
    ledger: result.ledger,
  };
}

const first = codesOf(
  entriesOf([chapter(1, '省心', rule('记名字', names), rule('回电话', calls), rule('还没写'))]),
  [],
);

describe('assignPermalinks', () => {
  test('gives the same codes to the same book in a fresh folder', () => {
    const again = codesOf(
      entriesOf([chapter(1, '省心', rule('记名字', names), rule('回电话', calls), rule('还没写'))]),
      [],
    );
    expect(again).toEqual(first);
  });

  test('makes codes of five characters and more, all different', () => {
    const codes = Object.values(first.codes);
    expect(new Set(codes).size).toBe(4);
    for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-tv-z]{5,}$/);
  });

  test('follows rules that changed places, and keeps their former addresses', () => {
    const { codes, ledger } = codesOf(
      entriesOf([chapter(1, '省心', rule('回电话', calls), rule('记名字', names))]),
      first.ledger,
    );
    expect(codes['01-01']).toBe(first.codes['01-02']);
    expect(codes['01-02']).toBe(first.codes['01-01']);
    expect(ledger.find(({ code }) => code === codes['01-01'])?.addresses).toEqual([
      '/rules/01-02/',
      '/rules/01-01/',
    ]);
  });

  test('follows a text under a new title, even when another takes over the old one', () => {
    const { codes } = codesOf(
      entriesOf([chapter(1, '省心', rule('回电话', names), rule('接电话', calls))]),
      first.ledger,
    );
    expect(codes['01-01']).toBe(first.codes['01-01']);
    expect(codes['01-02']).toBe(first.codes['01-02']);
  });

  test('lets a missing rule keep its code when its text comes', () => {
    const { codes } = codesOf(
      entriesOf([chapter(1, '省心', rule('还没写', '现在写了，写的是怎样在雨天把伞借给没有带钱的人。'))]),
      first.ledger,
    );
    expect(codes['01-01']).toBe(first.codes['01-03']);
  });

  test('keeps what is gone, retired, with what comes nearest to it', () => {
    const merged = codesOf(
      entriesOf([chapter(1, '省心', rule('记名字', names + calls.slice(0, 36)))]),
      first.ledger,
    );
    const gone = merged.ledger.find(({ code }) => code === first.codes['01-02']);
    expect(gone).toMatchObject({
      retired: true,
      replacedBy: first.codes['01-01'],
      addresses: ['/rules/01-02/'],
    });
    expect(merged.ledger.find(({ code }) => code === first.codes['01-03'])).toMatchObject({ retired: true });
    const back = codesOf(
      entriesOf([chapter(1, '省心', rule('记名字', names), rule('回电话', calls))]),
      merged.ledger,
    );
    expect(back.codes['01-02']).toBe(first.codes['01-02']);
    expect(back.ledger.find(({ code }) => code === first.codes['01-02'])).not.toHaveProperty('retired');
  });

  test('gives a new code to what is new, and changes nothing else in the ledger', () => {
    const more = codesOf(
      entriesOf([
        chapter(
          1,
          '省心',
          rule('记名字', names),
          rule('回电话', calls),
          rule('还没写'),
          rule('送雨伞', '每逢下雨，门口放二十把伞，不登记，不押钱，三天以后自己会有人送回来。'),
        ),
      ]),
      first.ledger,
    );
    expect(more.ledger.slice(0, 4).map(({ code }) => code)).toEqual(first.ledger.map(({ code }) => code));
    expect(Object.values(first.codes)).not.toContain(more.codes['01-04']);
  });

  test('lets two copies of one text keep their codes, each at its place', () => {
    const copies = () => entriesOf([chapter(1, '省心', rule('小结', names), rule('小结', names))]);
    const before = codesOf(copies(), []);
    expect(codesOf(copies(), before.ledger)).toEqual(before);
    // Also if the ledger names the second one first.
    const swapped = [...before.ledger].reverse();
    expect(codesOf(copies(), swapped).codes).toEqual(before.codes);
  });

  test('follows the entry that the last edition had rather than one that it had lost', () => {
    const [retired, current] = ['22222', '33333'].map((code) => ({
      ...must(first.ledger.find(({ title }) => title === '记名字')),
      code,
      addresses: ['/rules/09-09/'],
    }));
    const ledger = [{ ...must(retired), retired: true as const }, must(current)];
    expect(codesOf(entriesOf([chapter(1, '省心', rule('记名字', names))]), ledger).codes['01-01']).toBe(
      '33333',
    );
  });

  test('names no replacement for what nothing else has enough of', () => {
    const { ledger } = codesOf(
      entriesOf([chapter(1, '省心', rule('记名字', names + calls.slice(0, 16)))]),
      first.ledger,
    );
    expect(ledger.find(({ code }) => code === first.codes['01-02'])).not.toHaveProperty('replacedBy');
  });

  test('is read back as it was printed', () => {
    expect(readLedger(printLedger(first.ledger))).toEqual(first.ledger);
    expect(ledgerSchema.parse(first.ledger)).toEqual(first.ledger);
    expect(readLedger('')).toEqual([]);
    expect(readLedger(printLedger([]))).toEqual([]);
  });

  test('says what is wrong with a ledger that is none', () => {
    expect(() => readLedger('- code: x')).toThrow(/permalinks\.yaml/);
    expect(() => readLedger('[')).toThrow(/permalinks\.yaml is no YAML/);
  });
});

describe('makeCode', () => {
  test('lengthens a code that is taken', () => {
    const taken = new Set<string>();
    const code = makeCode('rule', '小结', '', taken);
    const second = makeCode('rule', '小结', '', taken);
    expect(code).toHaveLength(5);
    expect(second).toHaveLength(6);
    expect(second.startsWith(code)).toBe(true);
  });

  test('never runs out, however many copies of a text there are', () => {
    const taken = new Set<string>();
    for (let copy = 0; copy < 80; copy += 1) makeCode('rule', '小结', '', taken);
    expect(taken.size).toBe(80);
  });
});

describe('sketchOf', () => {
  test('tells an edited text from another one', () => {
    const [own, edited, other] = [names, names.replace('每周', '每天'), calls].map((text) =>
      must(sketchOf(text)),
    );
    expect(similarity(must(own), must(own))).toBe(1);
    expect(similarity(must(own), must(edited))).toBeGreaterThan(0.5);
    expect(similarity(must(own), must(other))).toBeLessThan(0.1);
  });

  test('counts neither spaces nor punctuation', () => {
    expect(sketchOf('客户，付钱')).toEqual(sketchOf(' 客 户付钱。'));
    expect(sketchOf(' ……')).toBeUndefined();
  });

  test('is read back as it was printed', () => {
    const sketch = must(sketchOf(names));
    expect(parseSketch(printSketch(sketch))).toEqual(sketch);
  });
});

describe('assign', () => {
  test('prefers the best whole to the best single pair', () => {
    const matched = assign([
      { row: 'a', column: 1, score: 0.9 },
      { row: 'a', column: 2, score: 0.8 },
      { row: 'b', column: 1, score: 0.8 },
    ]);
    expect([...matched].sort()).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  test('matches nothing twice, and leaves over what has no pair', () => {
    const matched = assign([
      { row: 'a', column: 1, score: 0.5 },
      { row: 'b', column: 1, score: 0.6 },
      { row: 'c', column: 3, score: 0.1 },
    ]);
    expect([...matched].sort()).toEqual([
      ['b', 1],
      ['c', 3],
    ]);
  });
});
