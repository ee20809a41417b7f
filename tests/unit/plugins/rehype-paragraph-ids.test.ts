import { expect, test } from 'vitest';
import { renderWithIds } from './render.ts';
import { must } from '../../../src/lib/must.ts';

const ids = (html: string) => [...html.matchAll(/id="(p-[a-z0-9-]+)"/g)].map(([, id]) => id);

test('gives every paragraph an id that a paragraph inserted above leaves as it is', async () => {
  const before = ids(await renderWithIds('甲。\n\n乙。'));
  const after = ids(await renderWithIds('新。\n\n甲。\n\n乙。'));
  expect(before).toHaveLength(2);
  expect(after.slice(1)).toEqual(before);
});

test('tells two paragraphs with the same text apart', async () => {
  const [first, second] = ids(await renderWithIds('甲。\n\n甲。'));
  expect(second).toBe(`${must(first)}-2`);
});

test('makes the id of the words alone, whatever spaces stand between them', async () => {
  expect(ids(await renderWithIds('第 1 章'))).toEqual(ids(await renderWithIds('第1章')));
});
