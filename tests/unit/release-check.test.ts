import { expect, test } from 'vitest';
import { compareReleases, type Release } from '../../scripts/release-check/compare.ts';

const rule = (id: string, permalink: string) => ({
  id,
  permalink,
  address: `/rules/${id}/`,
  title: { zh: `题${id}` },
});
const release = (...rules: Release['rules']): Release => ({ chapters: [], rules, cases: [] });
const everything = () => true;

test('what stayed is not spoken of', () => {
  const same = release(rule('01-01', 'k7mq2'));
  expect(compareReleases(same, same, everything)).toEqual({ broken: [], gone: [], moved: [] });
});

test('names what moved and what is gone', () => {
  const old = release(rule('01-01', 'k7mq2'), rule('01-02', 'p9mq2'));
  expect(compareReleases(old, release(rule('01-03', 'k7mq2')), everything)).toEqual({
    broken: [],
    moved: ['k7mq2, the rule 01-01 “题01-01”, is now 01-03.'],
    gone: ['p9mq2, the rule 01-02 “题01-02”, is no longer in the book.'],
  });
});

test('a code or an address at which no page stands is broken, in either language', () => {
  const old = release(rule('01-01', 'k7mq2'));
  const { broken } = compareReleases(old, old, (path) => !/r\/k7mq2|^en\/rules/.test(path));
  expect(broken.map((line) => line.split(' ')[0])).toEqual(['/r/k7mq2/', '/en/r/k7mq2/', '/en/rules/01-01/']);
});
