import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectRoot } from '../../../scripts/lib/environment.ts';

/** A new folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'freshness-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A copy of this project's code, to be changed by tests. The caller removes it. */
export function projectCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  for (const name of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'])
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  return folder;
}

/** Append a line to a file. Call the result to take it back. */
export function touch(folder: string, path: string, line = '// changed'): () => void {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}\n${line}\n`);
  return () => {
    writeFileSync(file, text);
  };
}
