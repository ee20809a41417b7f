import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot as project } from '../../../scripts/lib/environment.ts';
import { reportSchema } from '../../../src/schemas/report.ts';
import { ingest, ingestHere } from './ingest-command.ts';

const excerpt = join(project, '..', 'shared', 'source', 'handbook-excerpt.txt');
const book = join(project, 'tests/fixtures/outline/plain/input.txt');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-command-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('bad input is refused with one clear message, and nothing is written', () => {
  test.for([
    ['missing.txt', undefined, 'There is no such file. Check the path.'],
    ['empty.txt', '', 'The file is empty. Give a file with the text of the book.'],
    [
      'binary.txt',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * i) % 251)),
      'The file is binary, not text.',
    ],
    [
      'doubtful.txt',
      Buffer.from('d\xe9j\xe0 vu\n'.repeat(9), 'latin1'),
      'The encoding of the file is in doubt',
    ],
    ['letter.txt', '没有标题的一段话。\n', 'No chapter headings were found'],
  ] as [string, string | Buffer | undefined, string][])('%s', async ([name, content, message]) => {
    const source = join(folder, name);
    if (content !== undefined) await writeFile(source, content);
    const out = join(folder, `of-${name}`);
    const { code, stdout, stderr } = await (name === 'letter.txt' ? ingest : ingestHere)(
      source,
      '--out',
      out,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  test('a folder without Markdown', async () => {
    const source = join(folder, 'a-folder');
    await mkdir(source);
    const { code, stderr } = await ingestHere(source, '--out', join(folder, 'of-folder'));
    expect(code).toBe(1);
    expect(stderr).toContain('The folder holds no Markdown files.');
  });
});

test.for([['--wrong'], ['a.txt', 'b.txt'], [book, '--encoding', 'latin1'], ['--out']])(
  'wrong usage ends with 2: %s',
  async (args) => {
    const { code, stderr } = await (args[0] === '--wrong' ? ingest : ingestHere)(...args);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: npm run ingest');
  },
);

test('a dry run prints the outline and writes nothing', async () => {
  const out = join(folder, 'dry');
  const { code, stdout } = await ingestHere(book, '--out', out, '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('├─ 第1章 坐下来谈\n│  ├─ 1.1 先倒水后开口 · 2\n');
  expect(existsSync(out)).toBe(false);
});

test('a second run writes nothing', async () => {
  const out = join(folder, 'twice');
  expect((await ingest(book, '--out', out)).stdout).toContain('files written to');
  const before = await snapshot(out);
  expect((await ingestHere(book, '--out', out)).stdout).toContain('was up to date; nothing was written.');
  expect(await snapshot(out)).toEqual(before);
});

test('a source is read in the encoding that is named, and refused where it can’t be', async () => {
  const source = join(project, 'tests/fixtures/decode/big5/input.txt');
  const named = await ingestHere(source, '--out', join(folder, 'big5'), '--encoding', 'cp950', '--dry-run');
  expect(named.stdout).toContain('第1章 坐下來談');
  const wrong = await ingestHere(source, '--out', join(folder, 'big5'), '--encoding', 'utf8');
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain("can't be read as UTF-8");
});

test.skipIf(!existsSync(excerpt))(
  'the handbook’s own text: 28 chapters, 106 rules, one of them broken off',
  async () => {
    const out = join(folder, 'excerpt');
    expect((await ingestHere(excerpt, '--out', out)).code).toBe(0);
    const report = reportSchema.parse(JSON.parse(await readFile(join(out, 'report.json'), 'utf8')));
    expect(report.counts).toEqual({ chapters: 28, rules: 106, cases: 1, anecdotes: 1, withBody: 1 });
    expect(report.rejoined).toBe(1);
    expect(report.accounting.placed + report.accounting.dropped).toBe(report.accounting.nonSpace);
    const codes = Map.groupBy(report.findings, ({ code }) => code);
    expect(codes.get('truncated')).toHaveLength(1);
    expect(codes.get('missing-body')).toHaveLength(105);
    expect(report.untranslated.filter((field) => /^\d+(-\d+)?\.title$/.test(field))).toEqual([]);
    expect(await readFile(join(out, 'rules/01-01.md'), 'utf8')).toMatch(/^page: 2$/m);
    expect(await readFile(join(out, 'rules/01-01.md'), 'utf8')).toMatch(/^status: "?partial"?$/m);
    expect(await readFile(join(out, 'rules/28-04.md'), 'utf8')).toMatch(/^page: 222$/m);
    expect(await readFile(join(out, 'chapters/01.md'), 'utf8')).toMatch(/by:\s+zh: "?任正非/);
  },
);

async function snapshot(dir: string): Promise<[string, string][]> {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  return Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, string]> => [
      join(parentPath, name),
      await readFile(join(parentPath, name), 'utf8'),
    ]),
  );
}
