import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface SourceFile {
  /** From the project's folder, with slashes: `src/styles/base.css`. */
  name: string;
  text: string;
}

/** Files of `src/` whose names match. */
export function projectFiles(pattern: RegExp): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({
      name: `src/${name.split(sep).join('/')}`,
      text: readFileSync(join(root, 'src', name), 'utf8'),
    }));
}
