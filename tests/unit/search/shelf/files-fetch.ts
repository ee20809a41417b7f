import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';

/**
 * A `fetch` that answers from folders on the disk, by the beginning of an address; a test can count requests or
 * break them.
 */
export function serveFolders(folders: Record<string, string>): { asked: string[]; stopped: Set<string> } {
  const served = { asked: [] as string[], stopped: new Set<string>() };
  vi.stubGlobal('fetch', async (url: string): Promise<Response> => {
    served.asked.push(url);
    const [root, folder] = Object.entries(folders).find(([each]) => url.startsWith(each)) ?? [];
    if (root === undefined || folder === undefined || served.stopped.has(root))
      throw new TypeError('fetch failed');
    try {
      return new Response(await readFile(join(folder, url.slice(root.length))));
    } catch {
      return new Response('', { status: 404 });
    }
  });
  return served;
}
