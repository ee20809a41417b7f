import { beforeEach, expect, test, vi } from 'vitest';
import { asksForSearch } from '../../../src/client/search/open.ts';
import { beginsSwipe, clickedByKey, swipeDirection } from '../../../src/client/reading/turning.ts';

/** As much of an element as the code asks for: whether a selector fits its tag and type. */
class FakeElement {
  readonly #tag: string;
  readonly #type: string;
  constructor(tag: string, type = 'text') {
    this.#tag = tag;
    this.#type = type;
  }
  closest(selector: string): this | null {
    const parts = selector.split(/,\s*(?![^()]*\))/);
    const fits = parts.some((part) => {
      const [tag = ''] = part.split(/[:[]/);
      return tag === this.#tag && !part.includes(`[type=${this.#type}]`);
    });
    return fits ? this : null;
  }
}
beforeEach(() => {
  vi.stubGlobal('Element', FakeElement);
});

const body = new FakeElement('body');
const key = (name: string, rest: Partial<Record<keyof KeyboardEvent, unknown>> = {}) =>
  ({ key: name, target: body, keyCode: 0, ...rest }) as unknown as KeyboardEvent;

test('arrows turn the page', () => {
  expect(clickedByKey(key('ArrowLeft'), false)).toBe('a[rel=prev]');
  expect(clickedByKey(key('ArrowRight'), false)).toBe('a[rel=next]');
});

test('arrows turn nothing with Shift, with a modifier, or while text is selected', () => {
  for (const modifier of ['shiftKey', 'altKey', 'ctrlKey', 'metaKey'] as const)
    expect(clickedByKey(key('ArrowRight', { [modifier]: true }), false)).toBeUndefined();
  expect(clickedByKey(key('ArrowRight'), true)).toBeUndefined();
});

test.for([
  ['input', 'checkbox'],
  ['input', 'radio'],
  ['input', 'search'],
  ['button', ''],
  ['summary', ''],
  ['select', ''],
  ['textarea', ''],
] as const)('arrows turn nothing while a control is focused: %s %s', ([tag, type]) => {
  expect(clickedByKey(key('ArrowLeft', { target: new FakeElement(tag, type) }), false)).toBeUndefined();
});

test('other single keys act on a checkbox, a radio or a selection, but not in a field', () => {
  expect(clickedByKey(key('b', { target: new FakeElement('input', 'checkbox') }), true)).toBe(
    '[data-bookmark]',
  );
  expect(clickedByKey(key('?', { shiftKey: true }), false)).toBe('[data-shortcuts]');
  expect(clickedByKey(key('c', { target: new FakeElement('input', 'search') }), false)).toBeUndefined();
});

test('"/" opens the search from a checkbox or a radio, and is text in a field', () => {
  for (const type of ['checkbox', 'radio'])
    expect(asksForSearch(key('/', { target: new FakeElement('input', type) }), true)).toBe(true);
  expect(asksForSearch(key('/', { target: new FakeElement('input', 'search') }), true)).toBe(false);
  expect(asksForSearch(key('/'), false)).toBe(false);
  expect(asksForSearch(key('K', { ctrlKey: true }), false)).toBe(true);
});

test('a key of a composition does nothing, whether the browser says so or gives it code 229', () => {
  expect(asksForSearch(key('/', { keyCode: 229 }), true)).toBe(false);
  expect(clickedByKey(key('b', { isComposing: true }), false)).toBeUndefined();
});

const from = { x: 200, y: 300, time: 0 };
test('a swipe across turns the page, one that is slow, short or along the page does not', () => {
  expect(swipeDirection(from, { x: 60, y: 310, time: 300 })).toBe('next');
  expect(swipeDirection(from, { x: 330, y: 290, time: 300 })).toBe('prev');
  expect(swipeDirection(from, { x: 60, y: 310, time: 900 })).toBeUndefined();
  expect(swipeDirection(from, { x: 150, y: 300, time: 300 })).toBeUndefined();
  expect(swipeDirection(from, { x: 60, y: 400, time: 300 })).toBeUndefined();
});

test('a swipe from the very edge is the browser’s own', () => {
  expect(beginsSwipe({ ...from, x: 10 }, 390)).toBe(false);
  expect(beginsSwipe({ ...from, x: 380 }, 390)).toBe(false);
  expect(beginsSwipe(from, 390)).toBe(true);
});
