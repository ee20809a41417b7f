import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { factOfFile } from './file-facts.ts';

/** `from './a.ts'`, `import './a.ts'`, `import('./a.ts')`, `new URL('./a.ts', import.meta.url)`, types included. */
const reference = /(?:\bfrom|\bimport|\bnew URL)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g;

/** Files that a source text refers to by a relative path, as the text names them: `../lib/must.ts`, `card.css?inline`. */
export function relativeImports(text: string): string[] {
  return [...text.matchAll(reference)].map(([, , path = '']) => path);
}

/** Absolute paths that a file refers to. */
const references = factOfFile('imports', (content, path) =>
  relativeImports(content.toString())
    .map((name) => join(dirname(path), name.replace(/\?.*$/, '')))
    .filter((file) => /\.\w+$/.test(file)),
);

/** Absolute paths of the files that a file refers to; what isn't there is left out. */
export const importsOfFile = (path: string): string[] => references(path).filter((file) => existsSync(file));

/** The given files and every file that they import, directly or not. Paths are absolute. */
export function withImports(paths: readonly string[]): string[] {
  const seen = new Set(paths.filter((path) => existsSync(path)));
  // A set may grow while it is walked.
  for (const path of seen) {
    if (!/\.(?:ts|mjs|js|astro)$/.test(path)) continue;
    for (const file of importsOfFile(path)) seen.add(file);
  }
  return [...seen].sort();
}
