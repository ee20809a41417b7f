import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { TellingText } from '../../../scripts/ingest/cases/find-cases.ts';
import { lookAt } from '../../../scripts/ingest/cases/find-cases.ts';
import { sumOf } from '../../../scripts/ingest/cases/model/book-sense.ts';
import { looking } from '../../../scripts/ingest/cases/looker.ts';
import { drawing, type Teller } from '../../../scripts/ingest/describe/drawing.ts';
import { rankWords } from '../../../scripts/ingest/describe/keywords.ts';
import { endThreads, shareOut } from '../../../scripts/ingest/threads/share-out.ts';
import { writing } from '../../../scripts/ingest/write/writing.ts';

const story = (year: number) => [
  `${String(year)}年春天，绍兴一家印染厂的采购主管老傅第三次走进我们的展厅，前两次都空手而归。“还是那块布？”小唐问。老傅没有说话，从包里掏出一张皱巴巴的单子。`,
  '小唐连夜赶到厂里，守了两天，终于把色差降到了百分之二。老傅看了看样布，点点头，当场签了三年的合同。',
];
const argument =
  '要守住交期，必须先有规矩。凡是应承下来的事情，往往都需要有人盯着，否则客户的信任就不能长久。';
const textOf = (texts: string[]): TellingText => ({
  status: 'complete',
  paragraphs: texts.map((text, index) => ({ text, lines: [index + 1, index + 1] })),
});
const texts = Array.from({ length: 150 }, (_, at) =>
  textOf([argument, ...(at % 3 === 0 ? story(1990 + (at % 30)) : []), argument, '【案例】欠账', argument]),
);
const sums = sumOf([lookAt(textOf([argument, ...story(2016), argument])).sums]);

afterAll(endThreads);

test('a book that several threads look through has the cases that one would find', () => {
  const alone = shareOut(looking, sums, texts, 0);
  expect(alone.flatMap(({ ranges }) => ranges).length).toBeGreaterThan(150);
  expect(shareOut(looking, sums, texts, 2)).toEqual(alone);
});

test('a text that no thread can look at fails as it does without threads', () => {
  const broken = { status: 'complete', paragraphs: [{ lines: [1, 1] }] } as unknown as TellingText;
  const withBroken = [...texts, broken];
  expect(() => shareOut(looking, sums, withBroken, 0)).toThrow(TypeError);
  expect(() => shareOut(looking, sums, withBroken, 1)).toThrow(TypeError);
});

test('what threads draw from a book’s texts is what one would draw', () => {
  const tellers = Array.from({ length: 400 }, (_, at): Teller => {
    const stories = at % 3 === 0 ? [{ title: '老傅的布', body: story(1990 + (at % 30)) }] : [];
    return at % 9 === 8
      ? { kind: 'chapter', title: '交期', body: [argument], stories }
      : { kind: 'rule', title: `规矩${String(at)}`, body: at % 7 === 0 ? [] : [argument, argument], stories };
  });
  const drawn = (threads: number) => {
    const each = shareOut(drawing, undefined, tellers, threads);
    const words = each.flatMap((one) => [one, ...one.stories].flatMap((text) => text.words ?? []));
    const said = each.map(({ summary, trades, stories }) => [
      summary,
      trades,
      stories.map(({ facts }) => facts),
    ]);
    return { lists: new Set(words.map(({ list }) => list)).size, said, keywords: rankWords(words) };
  };
  const { lists, ...alone } = drawn(0);
  expect(lists).toBe(1);
  expect(alone.keywords.flat()).toContain('印染厂');
  const { lists: several, ...shared } = drawn(2);
  expect(several).toBeGreaterThan(1);
  expect(shared).toEqual(alone);
});

test('threads that were ended are started again', () => {
  endThreads();
  expect(shareOut(looking, sums, texts, 1)).toEqual(shareOut(looking, sums, texts, 0));
});

test('files that threads write are all there, none is half written, and a fault of the disk is told', () => {
  const dir = mkdtempSync(join(tmpdir(), 'threads-'));
  mkdirSync(join(dir, 'rules'));
  const files = Array.from({ length: 1500 }, (_, at): [string, string] => [
    `rules/${String(at)}.md`,
    `${String(at)}\n`,
  ]);
  shareOut(writing, dir, files, 2);
  expect(readdirSync(join(dir, 'rules'))).toHaveLength(files.length);
  for (const [path, content] of files) expect(readFileSync(join(dir, path), 'utf8')).toBe(content);
  // A folder lies where the last file is to be, which a thread would write.
  rmSync(join(dir, 'rules', '1499.md'));
  mkdirSync(join(dir, 'rules', '1499.md'));
  expect(() => shareOut(writing, dir, files, 1)).toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/);
  expect(readdirSync(join(dir, 'rules')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  rmSync(dir, { recursive: true });
});
