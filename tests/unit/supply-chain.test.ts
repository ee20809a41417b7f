import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
const project = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
const { packages } = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { version?: string; integrity?: string }>;
};

test('every dependency is pinned to one version that is no prerelease', () => {
  for (const [name, version] of Object.entries({ ...project['dependencies'], ...project['devDependencies'] }))
    expect(`${name} ${version}`).toMatch(/^\S+ (?:npm:\S+@)?\d+\.\d+\.\d+$/);
});

test('every package of the lockfile is pinned by its hash', () => {
  const without = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
  expect(without).toEqual([]);
});

test('a prerelease that a dependency brings is named in SECURITY.md with its reason', () => {
  const reasons = read('SECURITY.md');
  for (const [path, { version = '' }] of Object.entries(packages)) {
    const name = path.replace(/^.*node_modules\//, '');
    if (/-[a-z]/i.test(version)) expect(reasons).toContain(`${name} ${version}`);
  }
});
