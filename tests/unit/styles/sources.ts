import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface SourceFile {
  /** From the project's folder, with slashes: `src/styles/base.css`. */
  name: string;
  text: string;
}

/** Files of a folder, by default `src/`, whose names match. */
export function projectFiles(pattern: RegExp, folder = 'src'): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({
      name: `${folder}/${name.split(sep).join('/')}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
}
