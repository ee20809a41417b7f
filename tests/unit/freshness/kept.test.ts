import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/freshness/fingerprint.ts';
import { withImports } from '../../../src/freshness/imports.ts';
import { KeptFiles } from '../../../src/freshness/kept-files.ts';
import { KeptTrees } from '../../../src/freshness/kept-trees.ts';
import { isSealed, sealFolder } from '../../../src/freshness/seal.ts';
import { temporaryFolder } from './project.ts';

/** Ways in which a file goes bad. */
const damages: [name: string, damage: (file: string) => void][] = [
  ['emptied', (file) => truncateSync(file)],
  ['cut', (file) => truncateSync(file, 2)],
  ['of the same size but other bytes', (file) => writeFileSync(file, readFileSync(file).fill(0))],
  ['gone', (file) => rmSync(file)],
];
const only = (folder: string) => join(folder, readdirSync(folder)[0] ?? '');

test('a kept file comes back', () => {
  const folder = temporaryFolder();
  new KeptFiles(folder).put('a', '一二三');
  expect(new KeptFiles(folder).get('a')?.toString()).toBe('一二三');
  expect(new KeptFiles(folder).get('b')).toBeUndefined();
});

test.each(damages)('a kept file that is %s counts as not kept, and can be kept again', (_, damage) => {
  const folder = temporaryFolder();
  new KeptFiles(folder).put('a', '一二三');
  damage(only(folder));
  const kept = new KeptFiles(folder);
  expect(kept.get('a')).toBeUndefined();
  kept.put('a', '一二三');
  expect(new KeptFiles(folder).get('a')?.toString()).toBe('一二三');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('only what is asked for stays', () => {
  const folder = temporaryFolder();
  const kept = new KeptFiles(folder);
  kept.put('a', '1');
  kept.put('b', '2');
  writeFileSync(join(folder, 'left.over'), '');
  new KeptFiles(folder).keepOnly(new Set(['b']));
  expect(readdirSync(folder).map((name) => name[0])).toEqual(['b']);
});

function tree(folder: string): KeptTrees {
  mkdirSync(join(folder, 'made', 'x'), { recursive: true });
  writeFileSync(join(folder, 'made', 'x', 'one.txt'), 'one');
  writeFileSync(join(folder, 'made', 'two.txt'), 'two');
  const kept = new KeptTrees(join(folder, 'kept'));
  kept.keepFolder('f', join(folder, 'made'));
  return kept;
}

test('a kept folder comes back whole', () => {
  const folder = temporaryFolder();
  expect(tree(folder).restore('f', join(folder, 'out'))?.files).toBe(2);
  expect(readFileSync(join(folder, 'out', 'x', 'one.txt'), 'utf8')).toBe('one');
});

test.each(damages)('a kept folder with a list that is %s counts as not kept', (_, damage) => {
  const folder = temporaryFolder();
  tree(folder);
  damage(only(join(folder, 'kept', 'lists')));
  expect(new KeptTrees(join(folder, 'kept')).restore('f', join(folder, 'out'))).toBeUndefined();
});

test.each(damages)('a kept folder with a content that is %s counts as not kept', (_, damage) => {
  const folder = temporaryFolder();
  tree(folder);
  damage(only(join(folder, 'kept', 'contents')));
  expect(new KeptTrees(join(folder, 'kept')).restore('f', join(folder, 'out'))).toBeUndefined();
});

test('of older folders only the last few are kept, and the contents that they name', () => {
  const folder = temporaryFolder();
  const kept = new KeptTrees(folder);
  for (const name of ['a', 'b', 'c']) {
    kept.contents.put(name, name);
    kept.keep(name, [{ path: name, key: name }], null, 2);
  }
  expect(readdirSync(join(folder, 'contents')).map((name) => name[0])).toHaveLength(2);
});

test.each(damages.concat([['joined by another', (file) => writeFileSync(`${file}.more`, '')]]))(
  'a sealed folder with a file that is %s is no longer what it was',
  (_, damage) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'page.html'), '<p>一</p>');
    expect(isSealed(folder, 'f')).toBe(false);
    sealFolder(folder, 'f');
    expect(isSealed(folder, 'f')).toBe(true);
    expect(isSealed(folder, 'g')).toBe(false);
    damage(join(folder, 'page.html'));
    expect(isSealed(folder, 'f')).toBe(false);
  },
);

test('a broken seal is none', () => {
  const folder = temporaryFolder();
  sealFolder(folder, 'f');
  truncateSync(join(folder, '.sealed.json'), 5);
  expect(isSealed(folder, 'f')).toBe(false);
});

test('a fingerprint follows imports of every kind', () => {
  const folder = temporaryFolder();
  const files = {
    'a.ts':
      "import './b.ts';\nexport type { C } from './c.ts';\nvoid import('./d.ts');\nnew URL('./e.ts', import.meta.url);\n",
    'b.ts': "import css from './b.css?inline';\nimport './a.ts';\n",
    'c.ts': 'export type C = 1;\n',
    'd.ts': '',
    'e.ts': '',
    'b.css': '',
    'unrelated.ts': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const names = withImports([join(folder, 'a.ts')]).map((path) => path.slice(folder.length + 1));
  expect(names).toEqual(['a.ts', 'b.css', 'b.ts', 'c.ts', 'd.ts', 'e.ts']);
  const before = fingerprintOf({ code: ['a.ts'], project: folder });
  writeFileSync(join(folder, 'unrelated.ts'), '// changed');
  expect(fingerprintOf({ code: ['a.ts'], project: folder })).toBe(before);
  writeFileSync(join(folder, 'b.css'), 'p {}');
  expect(fingerprintOf({ code: ['a.ts'], project: folder })).not.toBe(before);
});

test('a fingerprint knows data that comes and goes, and values', () => {
  const folder = temporaryFolder();
  const of = (values: unknown) => fingerprintOf({ data: ['data'], values, project: folder });
  const before = of(1);
  expect(of(2)).not.toBe(before);
  mkdirSync(join(folder, 'data'));
  const empty = of(1);
  writeFileSync(join(folder, 'data', 'x'), '');
  expect(new Set([before, empty, of(1)]).size).toBe(3);
});
