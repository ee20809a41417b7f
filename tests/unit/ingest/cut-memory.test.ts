import { expect, test, vi } from 'vitest';
import { CutMemory } from '../../../scripts/ingest/language/words/cut-memory.ts';

/** Cuts after every comma. */
const byCommas = (line: string) => line.split(/(?<=，)/).filter((word) => word !== '');

test('a line is cut once, however often its words are asked for', () => {
  const cut = vi.fn(byCommas);
  const memory = new CutMemory(cut);
  const lines = ['茶凉了，可以再烧，话凉了', '', '\u{20000}茶，叶', '茶，'];
  const first = lines.map((line) => memory.wordsOf(line));
  expect(first).toEqual(lines.map(byCommas));
  expect(lines.map((line) => memory.wordsOf(line))).toEqual(first);
  expect(cut).toHaveBeenCalledTimes(lines.length);
});

test('a line with a word too long to be remembered is cut each time', () => {
  const cut = vi.fn(byCommas);
  const memory = new CutMemory(cut);
  const long = `茶，${'a'.repeat(300)}，水`;
  expect(memory.wordsOf(long)).toEqual(byCommas(long));
  expect(memory.wordsOf(long)).toEqual(byCommas(long));
  expect(cut).toHaveBeenCalledTimes(2);
});

test('what is remembered is bounded, and what was forgotten is cut again', () => {
  const cut = vi.fn(byCommas);
  const memory = new CutMemory(cut, 1000);
  const lines = Array.from({ length: 500 }, (_, at) => `第${String(at)}句，说完，`);
  for (const line of [...lines, ...lines]) expect(memory.wordsOf(line)).toEqual(byCommas(line));
  memory.forget();
  expect(memory.wordsOf('茶，水')).toEqual(['茶，', '水']);
  expect(cut.mock.calls.length).toBeGreaterThan(lines.length);
});
