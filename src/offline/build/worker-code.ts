import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { KeptValues } from '../../freshness/kept-values.ts';
import { fingerprintFor } from '../../freshness/makers.ts';

/** Stands for the edition's name in code that is kept for all editions. */
const placeholder = 'name-of-the-edition';

const kept = new KeptValues<string>('offline-workers', () => fingerprintFor('offline'));

const codeFor = (name: string, edition: string): string =>
  kept.of(name, () => bundle(name)).replaceAll(placeholder, edition);

function bundle(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '..', 'worker', `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: { EDITION: JSON.stringify(placeholder) },
  });
  return outputFiles[0]?.text ?? '';
}

/** `sw.js` of an edition. */
export const editionWorker = (edition: string): string => codeFor('main', edition);

/** What `sw.js` of an edition loads if there was a former one. */
export const carryOver = (edition: string): string => codeFor('carry-over', edition);

/** `sw.js` where no worker may stay: it takes itself and what a former one kept away. */
export const noWorker = (): string => codeFor('none', '');
