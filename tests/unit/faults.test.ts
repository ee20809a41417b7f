import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePlaces, nextSite, tidySites } from '../../scripts/build/change-places.ts';
import { withLock } from '../../scripts/lib/lock.ts';
import { explainDiskError } from '../../scripts/lib/regular-file.ts';
import { workFolder } from '../../scripts/lib/work-folder.ts';
import { makeFolder } from '../../scripts/lib/make-folder.ts';
import { workspaceFor } from '../../scripts/dev/workspace.ts';
import { projectRoot } from '../../scripts/lib/environment.ts';
import { ingest, ingestHere } from './ingest/ingest-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const book = join(projectRoot, 'tests/fixtures/outline/plain/input.txt');
describe('one run at a time', () => {
  test('the second of two waits for the first', async () => {
    const lock = join(folder, 'lock');
    const order: string[] = [];
    const run = (name: string) =>
      withLock(lock, async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${name} out`);
      });
    await Promise.all([run('a'), run('b'), run('c')]);
    expect(order.filter((_, index) => index % 2 === 0).map((each) => each.replace('in', 'out'))).toEqual(
      order.filter((_, index) => index % 2 === 1),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a lock of a process that is gone is taken over, and freed when the work fails', async () => {
    const lock = join(folder, 'lock');
    writeFileSync(lock, '999999999');
    await expect(
      withLock(lock, () => {
        throw new Error('failed');
      }),
    ).rejects.toThrow('failed');
    expect(existsSync(lock)).toBe(false);
  });

  test('two ingests of one folder at once lose no code and leave every file whole', async () => {
    const out = join(folder, 'out');
    const results = await Promise.all([ingest(book, '--out', out), ingest(book, '--out', out)]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect((await ingestHere(book, '--out', out)).stdout).toContain('up to date');
  });
});

describe('a site changes places when it is finished', () => {
  const dist = () => join(folder, 'dist');
  const put = (path: string, text: string) => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.html'), text);
  };
  const home = () => readFileSync(join(dist(), 'index.html'), 'utf8');

  test('the new one takes the place of the old one', async () => {
    put(dist(), 'old');
    put(nextSite(dist()), 'new');
    await changePlaces(nextSite(dist()), dist());
    expect(home()).toBe('new');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('killed while they change places, the old one comes back, and halves are removed', async () => {
    put(join(folder, '.dist.former'), 'old');
    put(join(folder, '.dist.next-1'), 'half');
    await tidySites(dist());
    expect(home()).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

test.for([
  '...txt',
  '..txt',
  '.',
  '..',
  'CON.txt',
  '../../x.txt',
  'a/b.txt',
  '书.txt',
  '-.txt',
  'x'.repeat(300),
])('a source called %s has a folder of its own in .work/, in development as well', (name) => {
  const path = workFolder(join('/books/of/mine', name));
  expect(path).toMatch(/^\.work\/[\p{L}\p{N}_-]{1,60}$/u);
  expect(path).not.toBe(workFolder(join('/others/of/hers', name)));
  const { contentDir, distDir } = workspaceFor(join('/books/of/mine', name), {});
  expect([contentDir, distDir]).toEqual(['content', 'dist'].map((each) => join(projectRoot, path, each)));
});

test('a file that was dropped on the desk is kept in the folder of its book, and no other file is', () => {
  const inWork = (...names: string[]) => workFolder(join(projectRoot, '.work', ...names));
  expect(inWork('门店', 'source', '门店.txt')).toBe('.work/门店');
  for (const other of [
    ['x', 'y.txt'],
    ['..', 'source', 'y.txt'],
    ['x', 'source', 'z', 'y.txt'],
  ])
    expect(inWork(...other)).toMatch(/^\.work\/y-[0-9a-f]{8}$/);
});

describe('what is no file is refused in a sentence, and nothing is written', () => {
  test.skipIf(process.platform === 'win32')('a device without end', async () => {
    const { code, stderr } = await ingestHere('/dev/zero', '--out', join(folder, 'out'));
    expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain('This is a device');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test.for(['permalinks.yaml', '.ingested.json', 'report.json', 'rules/01-01.md', 'translations.yaml'])(
    'a folder in the place of %s',
    async (name) => {
      mkdirSync(join(folder, name), { recursive: true });
      const { code, stderr } = await ingestHere(book, '--out', folder);
      expect(stderr).toContain(`${join(folder, name)}: there is a folder where a file is expected`);
      expect([code, stderr.includes('    at ')]).toEqual([1, false]);
    },
  );

  test.for(['permalinks.yaml', 'translations.yaml', 'book.yaml'])('%s in another encoding', async (name) => {
    // GB18030, as an editor on Windows saves it.
    writeFileSync(join(folder, name), Buffer.from([0x23, 0x20, 0xb2, 0xe8, 0xc1, 0xb9, 0x0a]));
    const { code, stderr } = await ingestHere(book, '--out', folder);
    expect(stderr).toMatch(/expected text in UTF-8, found another encoding\. Open it .* save it as UTF-8/);
    expect([code, readdirSync(folder)]).toEqual([1, [name]]);
  });

  test('a file in the place of the output folder', async () => {
    writeFileSync(join(folder, 'out'), '');
    const { code, stderr } = await ingestHere(book, '--out', join(folder, 'out'));
    expect([code, stderr.includes('    at ')]).toEqual([1, false]);
    expect(stderr).toContain(`${join(folder, 'out')}: there is a file where a folder is expected`);
  });

  test
    .skipIf(process.platform !== 'linux')
    .for(['link that leads nowhere', 'link that leads to itself', 'folder of the system'])(
    'an output folder that can’t be made: a %s',
    (kind) => {
      const path = kind.startsWith('folder') ? '/proc/out/of/place' : join(folder, 'out');
      if (kind.startsWith('link'))
        symlinkSync(kind.endsWith('itself') ? path : join(folder, 'nowhere'), path);
      expect(() => {
        makeFolder(path);
      }).toThrow(
        expect.toSatisfy((error) =>
          /leads nowhere.*again|--out DIR|is meant/.test(explainDiskError(error) ?? ''),
        ),
      );
    },
  );

  test.skipIf(process.platform !== 'linux')(
    'a disk that gets full half-way: the file is named, none is cut, and the next run makes up for the rest',
    async () => {
      const out = join(folder, 'out');
      const full = await new Promise<string>((resolve) => {
        const command = `ulimit -f 1; exec "$0" scripts/ingest.ts "$1" --out "$2"`;
        execFile(
          'bash',
          ['-c', command, process.execPath, book, out],
          { cwd: projectRoot },
          (_, __, stderr) => {
            resolve(stderr);
          },
        );
      });
      expect(full).toMatch(/out\/\S+: the disk is full\. Make room/);
      expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).join()).not.toContain('.tmp');
      const after = join(folder, 'after');
      await ingestHere(book, '--out', out);
      await ingestHere(book, '--out', after);
      const contents = (of: string) =>
        readdirSync(of, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => [
            join(parentPath, name).slice(of.length),
            readFileSync(join(parentPath, name), 'utf8'),
          ])
          .sort();
      expect(contents(out)).toEqual(contents(after));
    },
  );

  test('a disk that is full, read-only or closed is named with what to do', () => {
    for (const code of ['ENOSPC', 'EROFS', 'EACCES'])
      expect(explainDiskError(Object.assign(new Error(code), { code, path: '/x' }))).toMatch(
        /^\/x: .*(?:again|--out DIR)/,
      );
    expect(explainDiskError(new TypeError('a mistake of the program'))).toBeUndefined();
  });
});
