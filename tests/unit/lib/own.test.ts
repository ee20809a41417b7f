import { expect, test } from 'vitest';
import { classifyCase } from '../../../src/edition/classify-case.ts';
import { translate } from '../../../scripts/ingest/entries/translate.ts';
import { own } from '../../../src/lib/own.ts';

test('what every object inherits is no entry of a record', () => {
  for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(own({}, key)).toBeUndefined();
    expect(own(JSON.parse(`{"${key}": 1}`) as Record<string, number>, key)).toBe(1);
  }
});

test('a case may be set in a place called constructor', () => {
  const names = { industries: {}, roles: {}, countries: {}, places: {} };
  const words = ['constructor', '__proto__'] as [string, ...string[]];
  const { place, industry, role, country } = classifyCase(
    { places: words, industries: words, roles: words },
    names,
  );
  expect(place.map(({ label }) => label)).toEqual([{ zh: 'constructor' }, { zh: '__proto__' }]);
  expect([industry.length, role.length, country.length]).toEqual([2, 2, 0]);
});

test('a rule may be called constructor, and has no English by that', () => {
  const none = { chapters: {}, rules: {}, cases: {}, front: {} };
  const rule = { kind: 'rule', data: { title: { zh: 'constructor' } }, blocks: [] };
  const entries = { chapters: [], rules: [rule], cases: [], front: [], dropped: [] };
  expect(translate(entries as never, none).rules[0]?.data.title).toEqual({ zh: 'constructor' });
});
