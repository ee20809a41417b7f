import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { readEntries } from '../../src/search/build/read-entries.ts';
import { toDocument } from '../../src/search/load/document.ts';
import { readIndexedEntries } from '../../src/search/load/read-index.ts';

test('a built site’s own search index gives the very documents for OpenSearch that its content does', async () => {
  const { contentDir, distDir } = siteEnvironment();
  const fromContent = await readEntries({ contentDir, distDir });
  const fromIndex = await readIndexedEntries((path) => readFile(join(distDir, path)));
  const documents = (entries: typeof fromIndex) =>
    entries.map((entry, order) => toDocument(entry, 'handbook', order));
  expect(documents(fromIndex)).toEqual(documents(fromContent));
});
