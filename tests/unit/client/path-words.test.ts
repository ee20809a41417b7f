import { expect, test } from 'vitest';
import { pathWords } from '../../../src/client/not-found/path-words.ts';

test.for([
  ['/rules/%E5%AE%A2%E6%88%B7%E9%9C%80%E6%B1%82.html', '客户需求'],
  ['/en/rules/pain-points/', 'pain points'],
  ['/rules/1-2/', '1.2'],
  ['/cases/01-02-9/', '1.2'],
  ['/en/chapters/31', '第31章'],
  ['/embed/rules/99-01/', '99.1'],
  ['/r/k7mq2/', 'k7mq2'],
  ['/100%/', '100%'],
  ['/', ''],
  ['/en/rules/', ''],
] as const)('%s asks for “%s”', ([path, words]) => {
  expect(pathWords(path)).toBe(words);
});

test('an endless address makes a query of bearable length', () => {
  expect(pathWords(`/${'客'.repeat(5000)}`)).toHaveLength(100);
});
