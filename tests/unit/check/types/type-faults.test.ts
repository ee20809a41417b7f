import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeComponents } from '../../../../scripts/check/components/write-components.ts';
import { typeFaults } from '../../../../scripts/check/types/check-types.ts';
import { projectRoot } from '../../../../scripts/lib/environment.ts';

const project = join(projectRoot, 'tests/fixtures/component-types');
mkdirSync(join(projectRoot, '.cache'), { recursive: true });
/** Below the project, so that the code made of components finds Astro's types. */
const made = mkdtempSync(join(projectRoot, '.cache', 'component-types-'));
afterAll(() => {
  rmSync(made, { recursive: true });
});

test('tells what is wrong with the types of components, where they say it', async () => {
  const config = join(made, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(projectRoot, 'tsconfig.json'),
      compilerOptions: { rootDirs: [project, './code'], types: ['astro/client'] },
      include: ['./code', join(project, 'src')],
      exclude: [],
    }),
  );
  const folder = relative(projectRoot, join(made, 'code')).split(sep).join('/');
  const faults = await typeFaults(writeComponents(project, folder), config);
  await expect(`${faults}\n`).toMatchFileSnapshot(join(project, 'faults.txt'));
});
