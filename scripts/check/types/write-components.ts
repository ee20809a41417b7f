import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { putIfOther } from '../../../src/freshness/put-file.ts';
import { removeOthers } from '../../../src/freshness/remove-others.ts';
import { codeOfComponent, type CodeFile, type SyntaxFault } from './component-code.ts';

/**
 * Write the code of a project's components into a folder, as if they were there, and nothing else.
 * @returns the code by its path below the folder, and what Astro itself finds wrong
 */
export function writeComponents(
  project: string,
  folder: string,
): { files: Map<string, CodeFile>; faults: SyntaxFault[] } {
  const paths = globSync('src/**/*.astro', { cwd: project }).map((path) => path.split(sep).join('/'));
  const made = paths.sort().map((path) => codeOfComponent(readFileSync(join(project, path), 'utf8'), path));
  const files = new Map(made.flatMap((each) => each.files).map((file) => [file.path, file]));
  mkdirSync(folder, { recursive: true });
  removeOthers(folder, new Set(files.keys()));
  for (const [path, { code }] of files) putIfOther(join(folder, path), Buffer.from(code));
  return { files, faults: made.flatMap(({ faults }) => faults) };
}
