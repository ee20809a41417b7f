import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { readFacetNames } from '../../../src/edition/vocabulary.ts';

const content = join(import.meta.dirname, '../../../content');
const names = readFacetNames(content);
const facets = (await readEdition(content)).cases.map(({ data }) => data.facets ?? {});

test('all that the shipped cases are filed under has an English name, and every place a country', () => {
  const nameless = new Set<string>();
  for (const { industries = [], roles = [], places = [] } of facets) {
    for (const value of industries) if (!(value in names.industries)) nameless.add(value);
    for (const value of roles) if (!(value in names.roles)) nameless.add(value);
    for (const value of places)
      if (!(value in names.countries) && names.places[value]?.in === undefined) nameless.add(value);
  }
  expect([...nameless]).toEqual([]);
});

test('every country that a place lies in has an English name', () => {
  const lands = Object.values(names.places).flatMap((place) => place.in ?? []);
  expect(lands.filter((land) => !(land in names.countries))).toEqual([]);
});
