import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { must } from '../../../src/lib/must.ts';
import { findingCodes } from '../../../src/schemas/report.ts';

test('no part of the report has a finding’s code as its id: those are the findings’ own', () => {
  const folder = 'src/components/report';
  const ids = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id),
  );
  expect(ids.length).toBeGreaterThan(3);
  expect(ids.filter((id) => (findingCodes as readonly string[]).includes(must(id)))).toEqual([]);
});
