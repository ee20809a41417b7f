import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isIngested, markIngested } from '../../scripts/lib/ingested.ts';
import { temporaryFolder } from './freshness/project.ts';

test('an ingest is needed again once its source, what it wrote, or what is kept by hand has changed', () => {
  const folder = temporaryFolder();
  const cache = join(folder, 'cache');
  const ingested = { source: join(folder, 'book.txt'), contentDir: join(folder, 'content') };
  mkdirSync(ingested.contentDir);
  writeFileSync(ingested.source, '第一章 看货');
  const rule = join(ingested.contentDir, '01-01.md');
  writeFileSync(rule, '货到了。');
  expect(isIngested(ingested, cache)).toBe(false);
  markIngested(ingested, cache);
  expect(isIngested(ingested, cache)).toBe(true);
  expect(isIngested({ ...ingested, source: undefined }, cache)).toBe(false);
  writeFileSync(rule, '货到了，人没到。');
  expect(isIngested(ingested, cache)).toBe(false);
  markIngested(ingested, cache);
  writeFileSync(ingested.source, '第一章 验货');
  expect(isIngested(ingested, cache)).toBe(false);
});
