import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { BookLanguage } from '../../schemas/book.ts';
import type { CardCharacters } from '../card/card-png.ts';
import type { CardText } from '../card/card.ts';
import type { Made, Product, Recipe, Task } from './recipe.ts';

/** A worker that has more memory than this, after a large book for example, is replaced: what has been used once is seldom given back. */
const maxMemory = 500 * 2 ** 20;

/** A process that makes what it is handed. */
class Maker {
  #process: ChildProcess | undefined;
  readonly #cards: () => CardCharacters;

  constructor(cards: () => CardCharacters) {
    this.#cards = cards;
  }

  async make(recipe: Recipe): Promise<Omit<Made, 'memory'>> {
    const worker = (this.#process ??= fork(new URL('./worker.ts', import.meta.url), {
      serialization: 'advanced',
      // A large young generation would keep pictures that nothing refers to: a third of the memory, and no faster.
      execArgv: ['--max-semi-space-size=2'],
    }));
    const made = await new Promise<Made>((resolve, reject) => {
      const fail = (code: number | null, signal: string | null) => {
        reject(new Error(`The process that makes files to share ended (${String(signal ?? code)}).`));
      };
      worker.once('error', reject);
      worker.once('exit', fail);
      worker.once('message', (message) => {
        worker.off('error', reject).off('exit', fail);
        resolve(message as Made);
      });
      worker.send({ recipe, cards: this.#cards() } satisfies Task);
    });
    if (made.memory > maxMemory) await this.end();
    return made;
  }

  /** End the process, and wait until its memory is free. */
  async end(): Promise<void> {
    const worker = this.#process;
    this.#process = undefined;
    if (worker?.connected !== true) return;
    const ended = once(worker, 'exit');
    worker.disconnect();
    await ended;
  }
}

export interface MakingOptions {
  language?: BookLanguage;
  /** Tells that nobody needs the products any more. */
  signal?: AbortSignal | undefined;
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;

/**
 * Make products in processes of their own, as many as the machine has cores. A product is taken when a process is free for it, so that all of them
 * need not be there at once; and whole books, which take most memory, are made one after the other.
 *
 * @param cards all cards that may be among them: each process opens the typefaces for just their characters
 * @param done Called for each product as it is made.
 * @throws an error that lists every product that could not be made, and why.
 */
export async function makeInWorkers<P extends Product>(
  { books = [], others }: { books?: Iterable<P>; others: Iterable<P> },
  cards: () => Iterable<CardText>,
  done: (product: P, bytes: Uint8Array) => void,
  { language = 'zh-Hans', signal }: MakingOptions = {},
): Promise<void> {
  const sources = [books[Symbol.iterator](), others[Symbol.iterator]()] as const;
  let known: CardCharacters | undefined;
  const characters = () => (known ??= charactersOf(cards(), language));
  const errors: string[] = [];
  const run = async (first: number): Promise<void> => {
    const maker = new Maker(characters);
    try {
      for (const source of sources.slice(first))
        for (let next = source.next(); next.done !== true && !isAborted(signal); next = source.next()) {
          const { bytes, error } = await maker.make(next.value.recipe);
          if (bytes !== undefined) done(next.value, bytes);
          else errors.push(`${next.value.path}: ${error ?? 'not made'}`);
        }
    } finally {
      await maker.end();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_, at) => run(at === 0 ? 0 : 1)));
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
