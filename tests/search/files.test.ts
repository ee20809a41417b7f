import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { parseHeaders } from '../../scripts/preview/host-files.ts';
import { must } from '../../src/lib/must.ts';

const { distDir } = siteEnvironment();
const headers = parseHeaders(readFileSync(join(distDir, '_headers'), 'utf8'));
const cached = (path: string) => headers(path).get('cache-control');

test.for(['zh', 'en'])('a reader who comes back asks only for what may have changed: %s', (language) => {
  const names = readdirSync(join(distDir, 'pagefind', language));
  const folders = names.filter((name) => /^(?:chunks|texts)-[0-9a-f]{8}$/.test(name));
  expect(folders).toHaveLength(2);
  for (const folder of folders) {
    const [file] = readdirSync(join(distDir, 'pagefind', language, folder));
    expect(cached(`/pagefind/${language}/${folder}/${must(file)}`)).toContain('immutable');
  }
  expect(cached(`/pagefind/${language}/index.json`)).toBeUndefined();
});
