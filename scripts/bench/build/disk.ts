import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a built site is on the disk. */
export interface OnDisk {
  files: number;
  /** Pages of HTML. */
  pages: number;
  megabytes: number;
}

export function measureFolder(folder: string): OnDisk {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return {
    files: files.length,
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    megabytes: Math.round(bytes / 1e5) / 10,
  };
}
