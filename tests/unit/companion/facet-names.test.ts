import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseSchema } from '../../../src/schemas/case.ts';
import { facetNamesSchema } from '../../../src/schemas/facet-names.ts';

const content = join(import.meta.dirname, '../../../content');
const names = facetNamesSchema.parse(parse(readFileSync(join(content, 'facets.yaml'), 'utf8')));
const facets = readdirSync(join(content, 'cases')).map((name) => {
  const [, frontmatter = ''] = readFileSync(join(content, 'cases', name), 'utf8').split(/^---$/m);
  return caseSchema.parse(parse(frontmatter)).facets ?? {};
});

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
