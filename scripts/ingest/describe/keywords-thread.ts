import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Keywords of each text; to be asked once. */
export type FindKeywords = (texts: string[]) => Promise<string[][]>;

/**
 * Start a thread that finds keywords. Its dictionary takes a fifth of a second to load, so start it before the book is
 * read. It keeps the process alive only while it is asked something.
 */
export function startKeywords(): FindKeywords {
  const worker = new Worker(new URL('keywords-worker.ts', import.meta.url));
  worker.unref();
  return async (texts) => {
    worker.ref();
    worker.postMessage(texts);
    const [keywords] = (await once(worker, 'message')) as [string[][]];
    await worker.terminate();
    return keywords;
  };
}
