import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { highlight } from '../../../src/components/editors/highlight.ts';

const root = new URL('../../fixtures/source-grammar/', import.meta.url);

test.for(await readdir(root))('handbook grammar: %s', async (name) => {
  const lines = await highlight(await readFile(new URL(`${name}/input.txt`, root), 'utf8'), 'handbook');
  const readable = lines.map((line) => line.map(({ text, role }) => [role ?? 'text', text]));
  await expect(`[\n${readable.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`).toMatchFileSnapshot(
    fileURLToPath(new URL(`${name}/output.json`, root)),
  );
});

test.for(['<b>&amp;</b> 【自查】\n\t□ x\n\n', '- 002', '第1章', '“', ''])(
  'keeps every character of %j',
  async (text) => {
    const lines = await highlight(text, 'handbook');
    expect(lines.map((line) => line.map((token) => token.text).join('')).join('\n')).toBe(text);
  },
);

test('tells keys from values in YAML', async () => {
  const [line] = await highlight('title: 两把梯子 # 梯', 'yaml');
  const roleOf = (text: string) => line?.find((token) => token.text.trim() === text)?.role;
  expect([roleOf('title'), roleOf('两把梯子'), roleOf('# 梯')]).toEqual(['label', 'quoted', 'aside']);
});
