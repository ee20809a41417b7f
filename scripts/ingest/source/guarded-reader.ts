import { Worker } from 'node:worker_threads';
import { InputError } from '../input-error.ts';
import { adapterFor } from './adapters.ts';
import type { Answer, Order } from './guarded.ts';

// Reads the one file that it is sent, and answers with its source or with the reason why not.
const answer = (message: Answer): void => void process.send?.(message);
process.on('disconnect', () => process.exit());
// A library may lose sight of a promise when a part of a file is damaged.
process.on('unhandledRejection', (reason) => {
  const failed = reason instanceof Error ? reason.message : String(reason);
  process.send?.({ failed } satisfies Answer, () => process.exit());
});
process.once('message', (order: Order) => void read(order));

async function read({ request, limits }: Order): Promise<void> {
  new Worker(new URL('keep-limits.ts', import.meta.url), { workerData: limits }).unref();
  try {
    const readIt = await adapterFor(request);
    answer({ source: await readIt() });
  } catch (error) {
    if (error instanceof InputError) answer({ refused: error.message });
    else answer({ failed: error instanceof Error ? error.message : String(error) });
  }
}
