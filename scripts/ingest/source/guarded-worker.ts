import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../input-error.ts';
import { adapterFor, type Request } from './adapters.ts';
import type { Answer } from './guarded.ts';

// Reads the one file that it was started for, and answers with its source or with the reason why not.
const answer = (message: Answer): void => parentPort?.postMessage(message);
try {
  const read = await adapterFor(workerData as Request);
  // Only reading is timed: a slow machine may take long to load the adapter.
  answer('ready');
  answer({ source: await read() });
} catch (error) {
  if (error instanceof InputError) answer({ refused: error.message });
  else answer({ failed: error instanceof Error ? error.message : String(error) });
}
