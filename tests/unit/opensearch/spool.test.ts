import { expect, test } from 'vitest';
import { Spool } from '../../../scripts/opensearch/spool.ts';

test('gives back what was put there, line ends of every kind included', async () => {
  const values = ['a\nb\r\nc', '\u2028\u2029\u0085', '\\u2028', '', '𠀀', 'x'.repeat(200_000)];
  const spool = new Spool<string>();
  for (const value of values) await spool.add(value);
  expect(spool.size).toBe(values.length);
  for (const time of ['first', 'second']) {
    const read: string[] = [];
    for await (const value of spool.read()) read.push(value);
    expect(read, time).toEqual(values);
  }
  await spool.remove();
});

test('gives back nothing where nothing was put', async () => {
  const spool = new Spool<string>();
  for await (const value of spool.read()) expect.unreachable(value);
  await spool.remove();
});
