import { expect, test } from 'vitest';
import { collectFacets } from '../../../src/lib/book/facets.ts';

const label = (slug: string) => ({ slug, label: { zh: slug } });

test('puts the most frequent value first, and years and chapters in their own order', () => {
  const facets = collectFacets([
    { id: 'a', labels: { industry: [label('energy')], year: [label('2019')], chapter: [label('10')] } },
    { id: 'b', labels: { industry: [label('retail')], year: [label('2004')], chapter: [label('9')] } },
    { id: 'c', labels: { industry: [label('retail')], year: [label('2019')] } },
  ]);
  expect(
    facets.map(({ name, values }) => [name, values.map(({ slug, ids }) => `${slug} ${ids.join('')}`)]),
  ).toEqual([
    ['industry', ['retail bc', 'energy a']],
    ['year', ['2004 b', '2019 ac']],
    ['chapter', ['9 b', '10 a']],
  ]);
});

test('counts an entry once under a value that it has twice', () => {
  const [facet] = collectFacets([{ id: 'a', labels: { country: [label('china'), label('china')] } }]);
  expect(facet?.values).toEqual([{ ...label('china'), ids: ['a'] }]);
});

test('leaves out a facet that no entry has', () => {
  expect(collectFacets([{ id: 'a', labels: { outcome: [] } }])).toEqual([]);
});
