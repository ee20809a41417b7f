import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';

const folder = join(siteEnvironment().distDir, '_astro');

test.skipIf(process.env['SEARCH_URL'] !== undefined)(
  'a site that was built for no engine has no script for one, and none that names one',
  () => {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    const named = scripts.filter((name) =>
      /engine-source|SEARCH_URL/.test(name + readFileSync(join(folder, name), 'utf8')),
    );
    expect(named).toEqual([]);
  },
);
