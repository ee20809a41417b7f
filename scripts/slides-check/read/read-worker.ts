import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read-document.ts';
import { DocumentError } from './document.ts';

/** Reads one document in a thread of its own, so that the time it takes is bounded. */
try {
  parentPort?.postMessage({ slides: await readDocument(workerData as string) });
} catch (error) {
  const what = error instanceof Error ? error.message : String(error);
  parentPort?.postMessage({
    problem: error instanceof DocumentError ? what : `It could not be read: ${what}`,
  });
}
