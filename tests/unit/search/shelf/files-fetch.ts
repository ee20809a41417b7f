import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';

/**
 * A `fetch` that answers from folders on the disk, by the beginning of an address; a test can count requests or
 * break them.
 *
 * @param others What answers at other addresses. Default: nothing does.
 */
export function serveFolders(
  folders: Record<string, string>,
  others?: typeof fetch,
): { asked: string[]; stopped: Set<string> } {
  const served = { asked: [] as string[], stopped: new Set<string>() };
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit): Promise<Response> => {
    served.asked.push(url);
    const [root, folder] = Object.entries(folders).find(([each]) => url.startsWith(each)) ?? [];
    if (root === undefined && others) return await others(url, init);
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
