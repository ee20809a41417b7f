import { join } from 'node:path';
import { buildSync } from 'esbuild';

const code = (name: string, define: Record<string, string>): string => {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '..', 'worker', `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define,
  });
  return outputFiles[0]?.text ?? '';
};

/** `sw.js` of an edition. */
export const editionWorker = (edition: string): string => code('main', { EDITION: JSON.stringify(edition) });

/** What `sw.js` of an edition loads if there was a former one. */
export const carryOver = (edition: string): string =>
  code('carry-over', { EDITION: JSON.stringify(edition) });

/** `sw.js` where no worker may stay: it takes itself and what a former one kept away. */
export const noWorker = (): string => code('none', {});
