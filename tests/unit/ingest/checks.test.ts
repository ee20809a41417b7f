import { expect, test } from 'vitest';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import { inspect } from '../../../scripts/ingest/run/inspect.ts';
import { outlineBook } from '../../../scripts/ingest/run/outline-book.ts';
import { readSource } from '../../../scripts/ingest/source/read-source.ts';

/** Codes and messages of what is found in a source. */
async function findingsIn(name: string, text: string): Promise<[code: string, message: string][]> {
  const source = await readSource({ name, bytes: Buffer.from(text) }, undefined);
  const { outline } = outlineBook(source.text, source.lines, [...source.controls], noOverrides());
  return inspect({ ...source, decoded: source, outline }).map(({ code, message }) => [code, message]);
}

const first = '客人进门先请坐，倒一杯热水，再问他想看什么。他说不清楚的，就把样品一件一件拿给他看。';
const second = '价钱只报一次，报了就不改。改过一次的价钱，客人下次还要你改。';

test('headings that the format marks need no table of contents', async () => {
  const marked = await findingsIn('a.md', `# 迎客\n\n${first}\n\n# 报价\n\n${second}\n`);
  const told = await findingsIn('a.txt', `第一章 迎客\n\n${first}\n\n第二章 报价\n\n${second}\n`);
  expect(marked.map(([code]) => code)).not.toContain('no-toc');
  expect(told.map(([code]) => code)).toContain('no-toc');
});

test('a source that ends with a table does not break off', async () => {
  const table = '| 时段 | 谁来 |\n| --- | --- |\n| 早上 | 阿蔓，还有小葵 |\n';
  const chapters = `# 迎客\n\n${first}\n\n# 排班\n\n${second}\n\n`;
  expect((await findingsIn('a.md', chapters + table)).map(([code]) => code)).not.toContain('truncated');
  expect((await findingsIn('a.md', `${chapters}早上是阿蔓，还有\n`)).map(([code]) => code)).toContain(
    'truncated',
  );
});

test('a heading without text says what to do by where it was read', async () => {
  const body = `# 迎客\n\n## 先请坐\n\n${first}\n\n## 再倒水\n\n## 后报价\n\n${second}\n\n# 送客\n\n## 念账\n\n${first}\n`;
  const [printed] = (await findingsIn('a.md', body)).filter(([code]) => code === 'missing-body');
  expect(printed?.[1]).toMatch(/“再倒水” but found none\. Another heading follows it at once\./);
  const listed = `目录\n\n第一章 迎客\n一、先请坐\n二、再倒水\n三、后报价\n\n第一章 迎客\n\n一、先请坐\n\n${first}\n\n三、后报价\n\n${second}\n`;
  const [missed] = (await findingsIn('a.txt', listed)).filter(([code]) => code === 'missing-body');
  expect(missed?.[1]).toMatch(/“再倒水” but found none\. If its heading reads differently/);
});

test('a preface among the chapters restarts no numbers', async () => {
  const chapters = `# 第一章 迎客\n\n${first}\n\n# 第二章 报价\n\n${second}\n`;
  const codes = (text: string) => findingsIn('a.md', text).then((found) => found.map(([code]) => code));
  expect(await codes(`# 前言\n\n${first}${second}\n\n${chapters}`)).not.toContain('restarted-numbers');
  expect(await codes(`${chapters}\n${chapters}`)).toContain('restarted-numbers');
});
