import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOffline } from '../../src/offline/build/write-offline.ts';

/** Make a built site one of another edition, in which a page has one more word. Its edition's name. */
export async function changeEdition(folder: string, page: string, word: string): Promise<string> {
  const path = join(folder, page);
  const html = await readFile(path, 'utf8');
  await writeFile(path, html.replace('</main>', `<p>${word}</p></main>`));
  const [, former = ''] = /data-edition="(\w+)"/.exec(html) ?? [];
  // As on a host: what the former edition named is gone.
  for (const language of ['zh', 'en'])
    await rm(join(folder, 'pagefind', language, `index-${former}.json`), { force: true });
  const { edition } = await writeOffline(folder);
  return edition;
}
