// A thread that works on parts of a long book. It ends when the run that it works for closes its port.
import { workerData } from 'node:worker_threads';
import { expectLongText } from '../language/words/dictionary.ts';
import type { Answer, Order, ThreadData, Work } from './share-out.ts';

const { module, name, given, port, answered } = workerData as ThreadData;
const loaded = (await import(module)) as Record<string, Work<unknown, unknown, unknown> | undefined>;
const work = loaded[name]?.make(given);
expectLongText();

port.on('message', ({ number, items }: Order) => {
  let results: Answer['results'];
  try {
    results = work && items.map(work);
  } catch {
    // Whoever gave the order tries it too, and says what is wrong.
    results = undefined;
  }
  port.postMessage({ number, results } satisfies Answer);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});
