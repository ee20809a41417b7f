import { expect, test } from 'vitest';
import { entryAttribute } from '../../../src/client/kit/entry-attribute.ts';
import { readEntry } from '../../../src/client/kit/entry.ts';
import { meantBy } from '../../../src/client/not-found/not-found.ts';
import { listPlace } from '../../../src/client/search/list-place.ts';
import { datedCitation } from '../../../src/client/share/share.ts';
import { ruleOfDay } from '../../../src/client/early/fill-shelf.ts';

test('the rule of the day is another one on the next day, and the same all day', () => {
  const at = (day: number, hour: number) => ruleOfDay(new Date(2026, 10, day, hour), 106);
  expect(at(20, 1)).toBe(at(20, 23));
  expect(at(20, 12)).not.toBe(at(21, 12));
  expect(at(21, 12)).toBeLessThan(106);
});

test('a missing page is answered in the language of its address', () => {
  expect(meantBy('/en/rules/1-2/')).toEqual({ language: 'en', words: '1.2' });
  expect(meantBy('/rules/客户需求/')).toEqual({ language: 'zh', words: '客户需求' });
  expect(meantBy('/404.html')).toEqual({ language: 'zh', words: '' });
});

test('a citation takes the day of copying where it leaves room for one', () => {
  const day = new Date(2026, 10, 20);
  expect(datedCitation('[{iso}] {long}', day)).toBe('[2026-11-20] November 20, 2026');
});

test('a page’s entry is read from its JSON; a page that names none has none', () => {
  expect(readEntry('{"path":"rules/01-02/","number":"1.2","zh":"题"}')?.number).toBe('1.2');
  expect(readEntry(undefined)).toBeUndefined();
});

test('a page’s entry has its number in both languages where they differ', () => {
  const title = { zh: '题', en: 'Title' };
  const read = (number?: { zh: string; en: string }) =>
    readEntry(entryAttribute('rules/01-02/', title, number));
  expect(read({ zh: '第4章', en: '4' })).toMatchObject({ number: '第4章', numberEn: '4' });
  expect(read({ zh: '1.2', en: '1.2' })).not.toHaveProperty('numberEn');
  expect(read()).toMatchObject({ number: '', zh: '题', en: 'Title' });
});

test('a history entry of another page or version remembers no place in a list', () => {
  expect(listPlace({ shown: 30, scroll: 1200 })).toEqual({ shown: 30, scroll: 1200 });
  for (const state of [null, 7, { shown: '30' }, { scroll: 1 }]) expect(listPlace(state)).toBeUndefined();
});
