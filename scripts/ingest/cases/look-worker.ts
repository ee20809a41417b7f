// A thread that looks for the cases of parts of a long book. It ends when the run that it works for closes its port.
import { workerData } from 'node:worker_threads';
import { expectLongText } from '../language/words/dictionary.ts';
import { looker } from './looker.ts';
import type { Answer, Order, ThreadData } from './look-through.ts';

const { port, answered, sums } = workerData as ThreadData;
const look = looker(sums);
expectLongText();

port.on('message', ({ number, texts }: Order) => {
  let seen: Answer['seen'];
  try {
    seen = texts.map(look);
  } catch {
    // Whoever gave the order tries it too, and says what is wrong.
    seen = undefined;
  }
  port.postMessage({ number, seen } satisfies Answer);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});
