import { join } from 'node:path';
import type { Work } from '../threads/share-out.ts';
import { replace, type Content } from './disk.ts';

/** Writes files below a folder, each by itself, so that threads can share the waiting for the disk. */
export const writing: Work<string, [path: string, content: Content], undefined> = {
  module: import.meta.url,
  name: 'writing',
  readsWords: false,
  make:
    (dir) =>
    ([path, content]) => {
      replace(join(dir, path), content);
    },
  sizeOf: () => 1,
};
