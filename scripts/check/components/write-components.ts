import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { putIfOther } from '../../../src/freshness/put-file.ts';
import { removeOthers } from '../../../src/freshness/remove-others.ts';
import { projectRoot } from '../../lib/environment.ts';
import { codeOfComponent, type CodeFile, type SyntaxFault } from './component-code.ts';

/** Where the code of this project's components is; `tsconfig.check.json` and `.oxlintrc.json` name it as well. */
export const componentsFolder = '.cache/components';

export interface Components {
  /** Where their code is, below this project, with slashes. */
  folder: string;
  /** The code by its path below the folder. */
  files: ReadonlyMap<string, CodeFile>;
  faults: SyntaxFault[];
}

/**
 * Write the code of a project's components into a folder, as if they were there, and nothing else.
 * @param project whose components; this one by default
 * @param folder below this project, with slashes
 */
export function writeComponents(project = projectRoot, folder = componentsFolder): Components {
  const paths = globSync('src/**/*.astro', { cwd: project }).map((path) => path.split(sep).join('/'));
  const made = paths.sort().map((path) => codeOfComponent(readFileSync(join(project, path), 'utf8'), path));
  const files = new Map(made.flatMap((each) => each.files).map((file) => [file.path, file]));
  const target = join(projectRoot, folder);
  mkdirSync(target, { recursive: true });
  removeOthers(target, new Set(files.keys()));
  for (const [path, { code }] of files) putIfOther(join(target, path), Buffer.from(code));
  return { folder, files, faults: made.flatMap(({ faults }) => faults) };
}

/** The code at a path below this project, if it was made of a component. */
export const codeAt = ({ folder, files }: Components, path: string): CodeFile | undefined =>
  path.startsWith(`${folder}/`) ? files.get(path.slice(folder.length + 1)) : undefined;
