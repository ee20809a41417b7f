import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import type { BookLanguage } from '../../schemas/book.ts';
import type { CardCharacters } from '../card/card-png.ts';
import type { CardText } from '../card/card.ts';
import type { Made, Product } from './recipe.ts';

/**
 * Make products in worker threads, as many as the machine has cores. A product is taken when a worker is free for it, so that all of them need
 * not be there at once.
 *
 * @param cards all cards that may be among them: each worker opens the typefaces for just their characters
 * @param done Called for each product as it is made.
 * @throws an error that lists every product that could not be made, and why.
 */
export async function makeInWorkers<P extends Product>(
  products: Iterable<P>,
  cards: () => Iterable<CardText>,
  done: (product: P, bytes: Uint8Array) => void,
  language: BookLanguage = 'zh-Hans',
): Promise<void> {
  const left = products[Symbol.iterator]();
  let workerData: CardCharacters | undefined;
  const errors: string[] = [];
  const runWorker = async (): Promise<void> => {
    let next = left.next();
    // A thread is started for something to make only.
    if (next.done === true) return;
    workerData ??= charactersOf(cards(), language);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
    await new Promise<void>((resolve, reject) => {
      const give = () => {
        if (next.done === true) void worker.terminate();
        else worker.postMessage(next.value.recipe);
      };
      worker.on('message', ({ bytes, error }: Made) => {
        if (next.done === true) return;
        if (bytes !== undefined) done(next.value, bytes);
        else errors.push(`${next.value.path}: ${error ?? 'not made'}`);
        try {
          next = left.next();
          give();
        } catch (cause) {
          reject(cause instanceof Error ? cause : new Error(String(cause)));
          void worker.terminate();
        }
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        resolve();
      });
      give();
    });
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runWorker));
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** All characters of cards. */
function charactersOf(cards: Iterable<CardText>, language: BookLanguage): CardCharacters {
  const characters = new Set<string>();
  const numbers = new Set<string>();
  for (const card of cards) {
    for (const text of Object.values(card) as (string | undefined)[])
      for (const character of text ?? '') characters.add(character);
    for (const character of card.number ?? '') numbers.add(character);
  }
  return { characters: [...characters].join(''), numbers: [...numbers].join(''), language };
}
