import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { bookmarks, removeBookmark, withBookmark } from '../../../src/client/reading/bookmark.ts';
import { ticks, withTick } from '../../../src/client/reading/checklist.ts';
import { comfort } from '../../../src/client/comfort/comfort.ts';
import { kept, whenKeptChanges } from '../../../src/client/kit/kept.ts';
import { keys } from '../../../src/client/kit/keys.ts';
import { readingPlace } from '../../../src/client/reading/place.ts';
import { recentSearches, rememberSearch } from '../../../src/client/search/recent.ts';
import { stubStorage } from './storage.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});

const entry = (path: string) => ({ path, number: '1.2', zh: '题' });
const all = { bookmarks, ticks, comfort, keys, place: readingPlace, searches: { read: recentSearches } };

test('whatever is stored, reading it neither throws nor gives another shape', () => {
  const stored = stubStorage();
  const shapes: Record<keyof typeof all, (value: unknown) => boolean> = {
    bookmarks: (value) => Array.isArray(value) && value.every((each) => typeof each === 'object'),
    ticks: (value) => Object.values(value as object).every(Array.isArray),
    comfort: (value) => Object.values(value as object).every((each) => typeof each === 'string'),
    keys: (value) => typeof value === 'boolean',
    place: (value) => value === undefined || typeof value === 'object',
    searches: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  };
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      for (const [key, { read }] of Object.entries(all)) {
        stored.set(key, text);
        expect(shapes[key as keyof typeof all](read()), key).toBe(true);
      }
    }),
  );
});

test('a bookmark whose path leaves the site is passed over, the others stay', () => {
  const stored = stubStorage();
  const paths = ['javascript:alert(1)', '//elsewhere.example/', 'rules/01-02/', '../x/'];
  stored.set('bookmarks', JSON.stringify([null, 7, ...paths.map(entry)]));
  expect(bookmarks.read().map(({ path }) => path)).toEqual(['rules/01-02/']);
});

test('a change starts from what another tab has kept meanwhile', () => {
  const stored = stubStorage();
  comfort.change((chosen) => ({ ...chosen, theme: 'dark' }));
  stored.set('comfort', JSON.stringify({ theme: 'sepia', face: 'hei' }));
  comfort.change((chosen) => ({ ...chosen, size: 'l' }));
  expect(comfort.read()).toEqual({ theme: 'sepia', face: 'hei', size: 'l' });
});

test('a tick sets one question and leaves those that another tab set', () => {
  const set = withTick({ '01-02': ['a'], '01-03': ['x'] }, '01-02', 'b', true);
  expect(set).toEqual({ '01-02': ['a', 'b'], '01-03': ['x'] });
  expect(withTick(set, '01-02', 'a', false)['01-02']).toEqual(['b']);
});

test('an entry is on the list of bookmarks once, the latest first', () => {
  const list = withBookmark([entry('rules/01-01/'), entry('rules/01-02/')], entry('rules/01-02/'), true);
  expect(list.map(({ path }) => path)).toEqual(['rules/01-02/', 'rules/01-01/']);
  expect(withBookmark(list, entry('rules/01-02/'), false)).toHaveLength(1);
});

test('full storage is reported, and reading works on', () => {
  stubStorage({ full: true });
  expect(removeBookmark('rules/01-02/')).toBe(false);
  expect(kept('k', (value) => value ?? 'default').change(() => 'x')).toBe(false);
  rememberSearch('客户');
  expect(recentSearches()).toEqual([]);
});

test('refused storage gives the defaults', () => {
  vi.stubGlobal('localStorage', undefined);
  expect([bookmarks.read(), ticks.read(), keys.read(), readingPlace.read()]).toEqual([
    [],
    {},
    true,
    undefined,
  ]);
});

test('what is kept is read again when another tab changes it, and when the browser brings back a page it had put away', () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const read = vi.fn();
  whenKeptChanges(read);
  page.dispatchEvent(new Event('storage'));
  expect(read).toHaveBeenCalledTimes(1);
  // A page that is new has just read it.
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(read).toHaveBeenCalledTimes(1);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(read).toHaveBeenCalledTimes(2);
});

test('of two books at one origin, each keeps its own; choices of theme and keys are shared', async () => {
  const stored = stubStorage();
  stored.set('bookmarks', JSON.stringify([entry('rules/01-01/')]));
  vi.stubEnv('BASE_URL', '/handbook/');
  vi.resetModules();
  const other = await import('../../../src/client/reading/bookmark.ts');
  expect(other.bookmarks.read()).toEqual([]);
  other.bookmarks.change(() => [entry('rules/02-01/')]);
  (await import('../../../src/client/comfort/comfort.ts')).comfort.change(() => ({ theme: 'dark' }));
  expect([...stored.keys()].sort()).toEqual(['bookmarks', 'bookmarks/handbook/', 'comfort']);
  expect(bookmarks.read()).toEqual([entry('rules/01-01/')]);
});
