import { expect, test } from 'vitest';
import {
  choose,
  countWith,
  readChoice,
  toggle,
  writeChoice,
  type Listed,
} from '../../../src/client/library/facet-choice.ts';

const entries: Listed[] = [
  { id: 'a', facets: new Set(['industry:energy', 'outcome:failure', 'year:2018', 'year:2020']) },
  { id: 'b', facets: new Set(['industry:energy', 'outcome:success', 'year:2018']) },
  { id: 'c', facets: new Set(['industry:retail', 'outcome:failure']) },
];

test('shows all without a choice, and what answers every part of one', () => {
  expect([...choose(entries, new Map())]).toEqual(['a', 'b', 'c']);
  expect([
    ...choose(
      entries,
      new Map([
        ['industry', 'energy'],
        ['year', '2018'],
      ]),
    ),
  ]).toEqual(['a', 'b']);
  expect([
    ...choose(
      entries,
      new Map([
        ['industry', 'retail'],
        ['year', '2018'],
      ]),
    ),
  ]).toEqual([]);
});

test('counts a value beside the other facets, in place of its own', () => {
  const choice = new Map([
    ['industry', 'energy'],
    ['outcome', 'failure'],
  ]);
  expect(countWith(entries, choice, 'industry', 'retail')).toBe(1);
  expect(countWith(entries, choice, 'outcome', 'success')).toBe(1);
  expect(countWith(entries, choice, 'year', '2020')).toBe(1);
});

test('takes a value back when it is picked again', () => {
  const once = toggle(new Map(), 'year', '2018');
  expect([...toggle(once, 'year', '2020')]).toEqual([['year', '2020']]);
  expect(toggle(once, 'year', '2018').size).toBe(0);
});

test('reads from an address what it wrote there, and passes over what is no facet', () => {
  const choice = new Map([
    ['industry', 'energy'],
    ['place', 'xi-an'],
  ]);
  expect(readChoice(`${writeChoice(choice)}&utm=1&year=`, ['industry', 'place', 'year'])).toEqual(choice);
  expect(writeChoice(new Map())).toBe('');
});
