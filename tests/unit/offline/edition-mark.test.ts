import { expect, test } from 'vitest';
import { editionOf, withEdition } from '../../../src/offline/edition-mark.ts';

const page =
  '<!doctype html><html lang="en" data-edition=""><head><title>data-edition="x"</title></head></html>';

test('a page is given its edition, and says it', () => {
  const marked = withEdition(page, 'a1b2c3');
  expect(editionOf(marked)).toBe('a1b2c3');
  expect(marked).toContain('<title>data-edition="x"</title>');
});

test('a mark is filled in whether or not the empty value was written out', () => {
  expect(editionOf(withEdition('<!DOCTYPE html><html lang="zh-Hans" data-edition> <head>', 'a1'))).toBe('a1');
});

test('taking the mark out again gives the same text for every edition', () => {
  expect(withEdition(withEdition(page, 'one'), '')).toBe(withEdition(withEdition(page, 'two'), ''));
});

test('what is no page of the site has no edition and gets none', () => {
  expect(editionOf('<p data-edition="x">')).toBeUndefined();
  expect(withEdition('<p data-edition="x">', 'y')).toBe('<p data-edition="x">');
  expect(editionOf(page)).toBeUndefined();
});
