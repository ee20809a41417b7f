import { expect, test } from 'vitest';
import { readYaml } from '../../../scripts/ingest/corrections/yaml-file.ts';
import { bookSchema } from '../../../src/schemas/book.ts';

const book = (yaml: string) => readYaml('book.yaml', yaml, bookSchema, {});

test('a book whose name is a number is told to put it in quotation marks', () => {
  expect(() => book('title: 1984\n')).toThrow('needs quotation marks');
  expect(() => book('authors: [甲, 3]\n')).toThrow('authors[1]');
  expect(book('title: "1984"\n')).toMatchObject({ title: { zh: '1984' } });
});

test('a file with thousands of mistakes is refused in as many words as can be read', () => {
  const wrong = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1`).join('\n');
  expect(() => book(wrong(3))).toThrow(/"k0", "k1", "k2"$/);
  expect(() => book(wrong(3_000))).toThrow(/^.{4000,4200}… and more$/s);
  const authors = Array.from({ length: 30 }, () => 7).join(', ');
  expect(() => book(`authors: [${authors}]\n`)).toThrow(/authors\[19\]\n… and more$/);
});
