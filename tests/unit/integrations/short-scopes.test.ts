import { expect, test } from 'vitest';
import { shortScopes } from '../../../src/integrations/late-modules/short-scopes.ts';

test('gives a scope one number, in styles and on elements, on this page and the next', () => {
  const first = shortScopes(
    '<style>p[data-astro-cid-aaaaaaaa]{}</style><p data-astro-cid-aaaaaaaa data-id="x">',
  );
  const [, number] = /data-(\d+)\]/.exec(first)!;
  expect(first).toBe(`<style>p[data-${number!}]{}</style><p data-${number!} data-id="x">`);
  const next = shortScopes('<i data-astro-cid-bbbbbbbb></i><p data-astro-cid-aaaaaaaa></p>');
  expect(next).toContain(`<p data-${number!}>`);
  expect(next).not.toContain(`<i data-${number!}>`);
});

test('leaves what a page says as it is', () => {
  const said = '<p title="a > b" data-astro-cid-cccccccc>data-astro-cid-cccccccc</p>';
  expect(shortScopes(said)).toMatch(/^<p title="a > b" data-\d+>data-astro-cid-cccccccc<\/p>$/);
});
