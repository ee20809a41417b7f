import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Step } from '../../build/steps.ts';
import { projectRoot } from '../../lib/environment.ts';
import { measureProcess, type ProcessCost } from './process.ts';
import { measureFolder, type OnDisk } from './disk.ts';

const stepsSchema = z.array(z.object({ name: z.string(), seconds: z.number(), processor: z.number() }));

/** A build of our own site. */
export interface OurBuild extends ProcessCost {
  steps: Step[];
  disk: OnDisk;
}

/** Processor seconds of a build's steps. */
export const stepSeconds = ({ steps }: OurBuild, names: readonly string[]): number =>
  steps.filter(({ name }) => names.includes(name)).reduce((sum, { processor }) => sum + processor, 0);

/** Split a book, as `npm run ingest` does. */
export async function ingestBook(source: string, contentDir: string): Promise<ProcessCost> {
  return finished(
    'ingest',
    await measureProcess(process.execPath, ['scripts/ingest.ts', source, '--out', contentDir]),
  );
}

/** Build a site, as `npm run build` does; if someone waits for it, as `npm start` does. */
export async function buildOurs(contentDir: string, distDir: string, ...how: string[]): Promise<OurBuild> {
  const times = `${distDir}.steps.json`;
  const env = { CONTENT_DIR: contentDir, DIST_DIR: distDir, CACHE_DIR: `${distDir}.cache` };
  const worker = join(projectRoot, 'scripts', 'bench', 'build', 'build-worker.ts');
  const cost = finished('build', await measureProcess(process.execPath, [worker, times, ...how], { env }));
  return {
    ...cost,
    steps: stepsSchema.parse(JSON.parse(await readFile(times, 'utf8'))),
    disk: measureFolder(distDir),
  };
}

/** Put a sentence into a rule in the middle of a book, as an editor does. */
export async function editOneRule(source: string): Promise<void> {
  const paragraphs = (await readFile(source, 'utf8')).split('\n\n');
  const middle = paragraphs.findIndex((text, at) => at > paragraphs.length / 2 && text.length > 60);
  paragraphs[middle] = `${paragraphs[middle] ?? ''}这一句是后来补上的。`;
  await writeFile(source, paragraphs.join('\n\n'));
}

function finished(name: string, cost: ProcessCost): ProcessCost {
  if (cost.code !== 0) throw new Error(`The ${name} ended with exit code ${cost.code}:\n${cost.output}`);
  return cost;
}
