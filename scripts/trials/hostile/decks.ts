import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHostileDecks } from '../../../samples/hostile-decks.ts';
import { projectRoot } from '../../lib/environment.ts';
import { measure } from '../kit/measuring.ts';
import type { Trial } from '../kit/trial.ts';

/** The edition that the decks have links to. */
const edition = {
  CONTENT_DIR: join(projectRoot, 'tests/fixtures/decks/edition'),
  SITE_URL: 'https://rules.example.org',
};

/** Hostile decks. None may take more than 10 seconds of processor time or 500 MB, print a stack, or end without a message. */
export const decks: Trial = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'decks-'));
  const files = writeHostileDecks(directory, join(projectRoot, 'tests/fixtures/decks'));
  const failed: string[] = [];
  let [slowest, largest] = [0, 0];
  for (const file of files) {
    const { seconds, megabytes, code, output } = await measure(['scripts/slides-check.ts', file], edition);
    slowest = Math.max(slowest, seconds);
    largest = Math.max(largest, megabytes);
    const said = output.includes(file.split('/').at(-1) ?? '');
    if (seconds > 10 || megabytes > 500 || code === null || code > 1 || !said || /\n\s+at /.test(output))
      failed.push(
        `${file}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, exit ${String(code)} ${output.slice(0, 200)}`,
      );
  }
  await rm(directory, { recursive: true });
  return {
    tried: files.length,
    failed,
    note: `slowest ${slowest.toFixed(1)} s, largest ${largest.toFixed(0)} MB`,
  };
};
