import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { readBounded } from '../../../scripts/ingest/source/read-bounded.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounded-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a file is read whole up to the bound, and not beyond it', async () => {
  const path = join(folder, 'book.txt');
  writeFileSync(path, '茶一天换三次');
  const text = async (most: number) => {
    const bytes = await readBounded(path, most);
    return bytes && Buffer.from(bytes).toString();
  };
  expect(await text(100)).toBe('茶一天换三次');
  expect(await text(18)).toBe('茶一天换三次');
  expect(await text(17)).toBeUndefined();
  writeFileSync(path, '');
  expect(await text(0)).toBe('');
});

test.skipIf(process.platform === 'win32')(
  'a file whose end is still to come is refused, not waited for',
  async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const writer = openSync(path, 'r+');
    writeSync(writer, '第1章 茶');
    try {
      await expect(readBounded(path, 1000)).rejects.toThrow(InputError);
      await expect(readBounded(path, 1000)).rejects.toThrow('may have no end');
    } finally {
      closeSync(writer);
    }
  },
);
