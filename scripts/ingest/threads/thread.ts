// A thread that works on parts of a long book. It ends when the run that it works for closes its port.
import { workerData } from 'node:worker_threads';
import { expectLongText } from '../language/words/dictionary.ts';
import type { Answer, Message, Order, ThreadData, Work, WorkToCome } from './share-out.ts';

const { port, answered } = workerData as ThreadData;
let work: ((item: unknown) => unknown) | undefined;

// A work has to be loaded before its items are worked on, and loading takes a while.
let before = Promise.resolve();
port.on('message', (message: Message) => {
  before = before.then(() => ('items' in message ? answer(message) : load(message)));
});

async function load({ module, name, readsWords, given }: WorkToCome): Promise<void> {
  if (readsWords) expectLongText();
  const loaded = (await import(module)) as Record<string, Work<unknown, unknown, unknown> | undefined>;
  work = loaded[name]?.make(given);
}

function answer({ number, items }: Order): void {
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
}
