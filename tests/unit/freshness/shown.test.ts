import { expect, test } from 'vitest';
import { assertShown, forAllPages, guarded, makePage, declareShown } from '../../../src/freshness/shown.ts';

const rule = guarded('rules/01-02', { title: '验收', summary: '先看清单' }, ['summary']);

test('a page reads of an entry what it said that it shows', async () => {
  declareShown('/rules/01-02/', ['rules/01-02']);
  expect(await makePage('/rules/01-02/', () => Promise.resolve(rule.summary))).toBe('先看清单');
});

test('a page that reads more than it said is not made, and is told what to do', async () => {
  declareShown('/rules/01-03/', ['rules/01-03']);
  const made = makePage('/rules/01-03/', async () => {
    await Promise.resolve();
    return rule.summary;
  });
  await expect(made).rejects.toThrow(/^\/rules\/01-03\/ shows something of rules\/01-02, .*pageKey/);
  expect(() => makePage('/rules/01-03/', () => ({ ...rule }))).toThrow('rules/01-02');
});

test('what all pages may show is read anywhere, and everything by a page that is made anew each time', () => {
  declareShown('/rules/01-03/', []);
  expect(makePage('/rules/01-03/', () => rule.title)).toBe('验收');
  expect(makePage('/keywords/', () => rule.summary)).toBe('先看清单');
  expect(() => {
    assertShown('rules/01-02');
  }).not.toThrow();
});

test('what is read once for all pages is read whichever page asks first', () => {
  declareShown('/rules/01-03/', []);
  expect(makePage('/rules/01-03/', () => forAllPages(() => rule.summary))).toBe('先看清单');
});
