import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkHandEdited } from '../../../scripts/ingest/checks/output/hand-edited.ts';
import { carryOut, planWrites } from '../../../scripts/ingest/write/write.ts';
import type { Report } from '../../../src/schemas/report.ts';
import { must } from '../../../src/lib/must.ts';

const report: Report = {
  source: { name: 'book.txt', encoding: 'UTF-8', sha256: '', characters: 0 },
  counts: { chapters: 0, rules: 0, cases: 0, anecdotes: 0, withBody: 0 },
  rejoined: 0,
  accounting: { nonSpace: 0, placed: 0, dropped: 0 },
  dropped: [],
  findings: [],
  untranslated: [],
};
const files = (...entries: [string, string][]) => new Map(entries);
const one: [string, string] = ['rules/01-01.md', 'one\n'];
const two: [string, string] = ['rules/01-02.md', 'two\n'];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'write-test-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});
const run = (content: Map<string, string>, force = false) =>
  carryOut(planWrites(dir, content, { force }), '[]\n', report);
const read = (path: string) => readFileSync(join(dir, path), 'utf8');

describe('writing', () => {
  test('writes everything into an empty folder, the ledger first and the report last', () => {
    const { written } = run(files(one, two));
    expect(written).toEqual([
      'permalinks.yaml',
      '.permalinks.yaml',
      '.ingested.json',
      'rules/01-01.md',
      'rules/01-02.md',
      'report.json',
    ]);
    expect(read('rules/01-02.md')).toBe('two\n');
  });

  test('writes nothing the second time', () => {
    run(files(one, two));
    const before = readdirSync(dir, { recursive: true }).map(
      (path) => statSync(join(dir, String(path))).mtimeMs,
    );
    expect(run(files(one, two))).toEqual({ written: [], removed: [] });
    expect(
      readdirSync(dir, { recursive: true }).map((path) => statSync(join(dir, String(path))).mtimeMs),
    ).toEqual(before);
  });

  test('writes only what changed, and removes what is no longer made', () => {
    run(files(one, two));
    const { written, removed } = run(files(['rules/01-01.md', 'changed\n']));
    expect(written).toContain('rules/01-01.md');
    expect(removed).toEqual(['rules/01-02.md']);
    expect(existsSync(join(dir, 'rules/01-02.md'))).toBe(false);
  });

  test('leaves a hand-edited file alone and says so, run after run', () => {
    run(files(one, two));
    writeFileSync(join(dir, 'rules/01-01.md'), 'by hand\n');
    for (const content of ['one\n', 'changed\n', 'changed again\n']) {
      const plan = planWrites(dir, files(['rules/01-01.md', content], two));
      expect(plan.handEdited).toEqual(['rules/01-01.md']);
      expect(checkHandEdited(plan)).toMatchObject([{ code: 'hand-edited', severity: 'warning', line: null }]);
      carryOut(plan, '[]\n', report);
      expect(read('rules/01-01.md')).toBe('by hand\n');
    }
  });

  test('keeps a hand-edited file that is no longer made', () => {
    run(files(one, two));
    writeFileSync(join(dir, 'rules/01-02.md'), 'by hand\n');
    for (let time = 0; time < 2; time += 1) {
      const plan = planWrites(dir, files(one));
      expect(plan.handEdited).toEqual(['rules/01-02.md']);
      expect(carryOut(plan, '[]\n', report).removed).toEqual([]);
    }
    expect(read('rules/01-02.md')).toBe('by hand\n');
  });

  test('writes over it when forced', () => {
    run(files(one));
    writeFileSync(join(dir, 'rules/01-01.md'), 'by hand\n');
    run(files(one), true);
    expect(read('rules/01-01.md')).toBe('one\n');
    expect(planWrites(dir, files(one)).handEdited).toEqual([]);
  });

  test('removes nothing that a manifest names and ingest never makes, even when forced', () => {
    run(files(one));
    writeFileSync(join(dir, 'notes.md'), 'mine\n');
    writeFileSync(join(dir, 'book.yaml'), 'title: 手册\n');
    const manifest = JSON.parse(read('.ingested.json')) as Record<string, unknown>;
    writeFileSync(
      join(dir, '.ingested.json'),
      JSON.stringify({
        ...manifest,
        'notes.md': 'x',
        'book.yaml': 'x',
        'rules/../notes.md': 'x',
        '../notes.md': 'x',
      }),
    );
    expect(run(files(one), true).removed).toEqual([]);
    expect(read('notes.md')).toBe('mine\n');
    expect(read('book.yaml')).toBe('title: 手册\n');
  });

  test('takes a file that a person wrote there for theirs, and one that was deleted for missing', () => {
    run(files(one));
    writeFileSync(join(dir, 'rules/01-02.md'), 'mine\n');
    rmSync(join(dir, 'rules/01-01.md'));
    const plan = planWrites(dir, files(one, two));
    expect(plan.handEdited).toEqual(['rules/01-02.md']);
    expect([...plan.writes.keys()]).toEqual(['rules/01-01.md']);
  });

  test('killed at any moment, leaves every file old or new and whole, and the next run mends the rest', async () => {
    const count = 300;
    const content = (edition: string) =>
      new Map(
        Array.from({ length: count }, (_, index): [string, string] => [
          `rules/01-${index}.md`,
          `${edition}\n`.repeat(400),
        ]),
      );
    const program = `
      import { carryOut, planWrites } from ${JSON.stringify(new URL('../../../scripts/ingest/write/write.ts', import.meta.url).href)};
      const [dir, edition] = process.argv.slice(1);
      const files = new Map(Array.from({ length: ${count} }, (_, index) => ['rules/01-' + index + '.md', (edition + '\\n').repeat(400)]));
      const plan = planWrites(dir, files);
      process.send('writing');
      carryOut(plan, '[]\\n', ${JSON.stringify(report)});
    `;
    run(content('edition 0'));
    for (let round = 1; round <= 6; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, dir, `edition ${round}`], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await new Promise((resolve) => child.once('message', resolve));
      await new Promise((resolve) => setTimeout(resolve, 4 * round));
      child.kill('SIGKILL');
      await ended;
      for (let index = 0; index < count; index += 1) {
        const found = read(`rules/01-${index}.md`);
        expect(found).toBe(`${must(found.split('\n')[0])}\n`.repeat(400));
      }
      JSON.parse(read('report.json'));
      expect(planWrites(dir, content(`edition ${round}`)).handEdited).toEqual([]);
    }
    run(content('last'));
    expect(new Set(readdirSync(join(dir, 'rules')).map((name) => read(`rules/${name}`)))).toEqual(
      new Set(['last\n'.repeat(400)]),
    );
    expect(readdirSync(join(dir, 'rules'))).toHaveLength(count);
  });
});
