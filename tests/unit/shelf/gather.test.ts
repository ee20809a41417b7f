import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gatherBook } from '../../../scripts/shelf/gather.ts';
import { ShelfError } from '../../../scripts/shelf/read-shelf.ts';
import type { SiteFiles } from '../../../scripts/shelf/site-files.ts';
import { encodeSummary } from '../../../src/search/format/summary.ts';

const handbook = {
  title: { zh: '售后守则', en: 'Service' },
  chapters: [{ id: '01', title: { zh: '先到现场' }, permalink: 'k7mq2', languages: ['zh', 'en'] }],
  rules: [{ id: '01-01', title: { zh: '备件先走' }, permalink: 'k7mq3' }],
  cases: [],
};
const head = {
  format: 1,
  summary: 'summary-1.bin',
  pages: { zh: 2, en: 1 },
  language: 'zh-Hant',
  tables: '../zh/tables-1.json',
};
const summary = gzipSync(encodeSummary({ pairs: new Map([['先到', 1]]), words: new Map() }));
const whole: Record<string, Buffer | object> = {
  'handbook.json': handbook,
  'pagefind/shelf/head.json': head,
  'pagefind/zh/tables-1.json': { traditional: '', synonyms: [], pinyin: {} },
  'pagefind/shelf/summary-1.bin': summary,
};

const filesOf =
  (files: Record<string, Buffer | object>): SiteFiles =>
  (path) => {
    const file = files[path];
    if (file === undefined)
      return Promise.reject(new ShelfError(`https://service.example.com/${path} answered 404.`));
    return Promise.resolve(Buffer.isBuffer(file) ? file : Buffer.from(JSON.stringify(file)));
  };

const gather = (files: Record<string, Buffer | object>) =>
  gatherBook(
    { id: 'service', address: 'https://service.example.com/', title: { zh: '列出的名字' } },
    'https://service.example.com/',
    filesOf(files),
  );

describe('a handbook of the shelf', () => {
  test('says what it is called, holds and is written in', async () => {
    const book = await gather(whole);
    expect(book).toMatchObject({
      title: { zh: '售后守则', en: 'Service' },
      languages: ['zh-Hant', 'en'],
      counts: { chapters: 1, rules: 1, cases: 0 },
      listed: { id: 'service', pages: { zh: 2, en: 1 }, summary: 'summary-1.bin' },
      problem: undefined,
    });
    expect(book.codes.map(({ code, kind, id }) => `${code} ${kind} ${id}`)).toEqual([
      'k7mq2 chapter 01',
      'k7mq3 rule 01-01',
    ]);
    expect(book.searched?.summary.pairs.get('先到')).toBe(1);
  });

  test.for([
    ['nothing is there', {}, 'unreachable', /handbook\.json answered 404/, '列出的名字'],
    [
      'its handbook.json is none',
      { ...whole, 'handbook.json': { title: 'x' } },
      'unreachable',
      /Its handbook\.json is none/,
      '列出的名字',
    ],
    [
      'it was built before there were shelves',
      { 'handbook.json': handbook },
      'format',
      /built by a version that shelves can’t search/,
      '售后守则',
    ],
    [
      'its index is of another format',
      { ...whole, 'pagefind/shelf/head.json': { ...head, format: 99 } },
      'format',
      /of a format that this version can’t read: expected 1/,
      '售后守则',
    ],
    [
      'its summary is damaged',
      { ...whole, 'pagefind/shelf/summary-1.bin': Buffer.from('no summary') },
      'unreachable',
      /Its summary is damaged/,
      '售后守则',
    ],
    [
      'its summary is cut off',
      { ...whole, 'pagefind/shelf/summary-1.bin': summary.subarray(0, 20) },
      'unreachable',
      /Its summary is damaged/,
      '售后守则',
    ],
    [
      'a code of it is none',
      { ...whole, 'handbook.json': { ...handbook, rules: [{ ...handbook.rules[0], permalink: '../x' }] } },
      'unreachable',
      /Its handbook\.json is none/,
      '列出的名字',
    ],
  ] as const)(
    'is on the shelf and left out of the search where %s',
    async ([, files, why, problem, title]) => {
      const book = await gather(files as unknown as Record<string, Buffer | object>);
      expect(book.problem).toMatch(problem);
      expect(book.listed.leftOut).toBe(why);
      expect(book.title.zh).toBe(title);
      expect(book.searched).toBeUndefined();
    },
  );
});
