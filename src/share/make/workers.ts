import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import type { CardCharacters } from '../card/card-png.ts';
import type { Made, Product } from './recipe.ts';

/**
 * Make products in worker threads, as many as the machine has cores.
 *
 * @param done Called for each product as it is made.
 * @throws an error that lists every product that could not be made, and why.
 */
export async function makeInWorkers<P extends Product>(
  products: readonly P[],
  done: (product: P, bytes: Uint8Array) => void,
): Promise<void> {
  if (products.length === 0) return;
  const workerData = charactersOf(products);
  const errors: string[] = [];
  let next = 0;
  const runWorker = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
      const give = () => {
        const index = next;
        next += 1;
        const product = products[index];
        if (product === undefined) void worker.terminate();
        else worker.postMessage({ index, recipe: product.recipe });
      };
      worker.on('message', ({ index, bytes, error }: Made) => {
        const product = products[index];
        if (product === undefined) return;
        if (bytes !== undefined) done(product, bytes);
        else errors.push(`${product.path}: ${error ?? 'not made'}`);
        give();
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        resolve();
      });
      give();
    });
  const count = Math.min(availableParallelism(), Math.ceil(products.length / 4));
  await Promise.all(Array.from({ length: count }, runWorker));
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** All text of all cards: each worker opens the typefaces once, for just these characters. */
function charactersOf(products: readonly Product[]): CardCharacters {
  const cards = products.flatMap(({ recipe }) => (recipe.make === 'card' ? [recipe] : []));
  const distinct = (texts: string[]) => [...new Set(texts.join(''))].join('');
  return {
    characters: distinct(cards.flatMap(({ text }) => Object.values(text) as string[])),
    numbers: distinct(cards.map(({ text }) => text.number ?? '')),
    language: cards[0]?.language ?? 'zh-Hans',
  };
}
