import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { IndexedText } from './languages.ts';
import type { OwnEnglishHead } from './write-english.ts';

/** `writeEnglishIndex` in a thread of its own. */
export async function englishInThread(
  texts: readonly IndexedText[],
  folder: string,
): Promise<OwnEnglishHead> {
  const worker = new Worker(new URL('./english-worker.ts', import.meta.url), {
    workerData: { texts, folder },
  });
  const [head] = (await once(worker, 'message')) as [OwnEnglishHead];
  await worker.terminate();
  return head;
}
