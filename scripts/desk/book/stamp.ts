import { existsSync, statSync } from 'node:fs';

/** Times and sizes of files as one text, which changes when a file is written, made or removed. */
export function stampOf(paths: readonly string[]): string {
  return paths
    .map((path) => {
      if (!existsSync(path)) return '';
      const { mtimeMs, size } = statSync(path);
      return `${String(mtimeMs)} ${String(size)}`;
    })
    .join('\n');
}
