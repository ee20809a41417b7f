import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { must } from '../../../src/lib/must.ts';

/** Work on many items, each by itself, so that who does it makes no difference. */
export interface Work<Given, Item, Result> {
  /** The module that exports this work, and the name it has there: threads load it by these. */
  module: string;
  name: string;
  /** It cuts texts into words, for which a thread loads the whole dictionary at once. */
  readsWords: boolean;
  /** Called once in each thread with what all are given. */
  make: (given: Given) => (item: Item) => Result;
  /** How many paragraphs an item has, or what takes as long as one. */
  sizeOf: (item: Item) => number;
}

/** What a thread is told: which work comes now, or items that it is to work on. */
export type Message = WorkToCome | Order;
export interface WorkToCome {
  module: string;
  name: string;
  readsWords: boolean;
  given: unknown;
}
export interface Order {
  number: number;
  items: unknown[];
}
export interface Answer {
  number: number;
  /** `undefined` if the thread failed at one of them. */
  results: unknown[] | undefined;
}
export interface ThreadData {
  port: MessagePort;
  /** How many answers all threads have given. Whoever waits for one is woken. */
  answered: Int32Array;
}

/** Starting a thread costs half a second of a processor, which so many paragraphs take as well. */
const minParagraphs = 20_000;
/** Each thread has a dictionary of its own in memory. */
const maxThreads = 3;
/** An order has at least this many paragraphs. */
const orderSize = 400;
/** Orders that a thread has at a time, so that it need not wait for the next. */
const maxOrders = 2;
/** A thread that hasn't answered for so long is no longer waited for. */
const maxWait = 60_000;
/** With more room for what is short-lived, less of it is taken for long-lived. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** Threads go on from one work to the next: each has read the dictionary, and remembers how it cut the lines of its part of a book. */
let crew: Thread[] = [];

/** A thread and the orders that it hasn't answered yet. */
interface Thread {
  port: MessagePort;
  worker: Worker;
  open: Set<number>;
}

/**
 * Do a work on all items, on as many processors as there are if they are many. This thread goes through them from the
 * first on and the others from the last, until they meet.
 * @returns the results in the items' order
 */
export function shareOut<Given, Item, Result>(
  work: Work<Given, Item, Result>,
  given: Given,
  items: readonly Item[],
  threads = threadsFor(work, items),
): Result[] {
  const own = work.make(given);
  if (threads < 1) return items.map(own);
  const orders = ordersOf(work, items);
  const results: (Result[] | undefined)[] = orders.map(() => undefined);
  const helpers = crewOf(threads);
  const { module, name, readsWords } = work;
  for (const { port } of helpers) port.postMessage({ module, name, readsWords, given } satisfies WorkToCome);
  let [first, last] = [0, orders.length];
  const give = () => {
    for (const { port, open } of helpers) {
      collect(port, open, results);
      while (open.size < maxOrders && first < last) {
        last -= 1;
        open.add(last);
        port.postMessage({ number: last, items: must(orders[last]) } satisfies Order);
      }
    }
  };
  for (give(); first < last; give()) {
    results[first] = must(orders[first]).map(own);
    first += 1;
  }
  if (!waitFor(helpers, results)) endThreads();
  // What a thread didn't get to is done here.
  return orders.flatMap((order, at) => results[at] ?? order.map(own));
}

function threadsFor<Item>({ sizeOf }: Pick<Work<never, Item, unknown>, 'sizeOf'>, items: readonly Item[]) {
  const paragraphs = items.reduce((sum, each) => sum + sizeOf(each), 0);
  return paragraphs < minParagraphs ? 0 : Math.min(maxThreads, availableParallelism() - 1);
}

function ordersOf<Item>(
  { sizeOf }: Pick<Work<never, Item, unknown>, 'sizeOf'>,
  items: readonly Item[],
): Item[][] {
  const orders: Item[][] = [];
  let room = 0;
  for (const item of items) {
    if (room <= 0) {
      orders.push([]);
      room = orderSize;
    }
    orders.at(-1)?.push(item);
    room -= sizeOf(item);
  }
  return orders;
}

/** End the threads: no more works are to come. */
export function endThreads(): void {
  for (const { worker, port } of crew) {
    port.close();
    void worker.terminate();
  }
  crew = [];
}

/** How many answers all threads have given. */
const answered = new Int32Array(new SharedArrayBuffer(4));

function crewOf(threads: number): Thread[] {
  while (crew.length < threads) crew.push(startThread());
  return crew.slice(0, threads);
}

function startThread(): Thread {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(new URL('thread.ts', import.meta.url), {
    workerData: { port: port2, answered } satisfies ThreadData,
    transferList: [port2],
    resourceLimits,
  });
  // A thread that fails is one that doesn't answer.
  worker.on('error', () => undefined);
  worker.unref();
  return { port, worker, open: new Set() };
}

/** Take in the answers that have come. */
function collect<Result>(port: MessagePort, open: Set<number>, results: (Result[] | undefined)[]): void {
  for (let came = receiveMessageOnPort(port); came; came = receiveMessageOnPort(port)) {
    const answer = came.message as Answer;
    results[answer.number] = answer.results as Result[] | undefined;
    open.delete(answer.number);
  }
}

/** @returns whether all orders were answered; a thread that is late has answers to come that nobody waits for */
function waitFor<Result>(helpers: Thread[], results: (Result[] | undefined)[]): boolean {
  for (;;) {
    const before = Atomics.load(answered, 0);
    for (const { port, open } of helpers) collect(port, open, results);
    if (helpers.every(({ open }) => open.size === 0)) return true;
    if (Atomics.wait(answered, 0, before, maxWait) === 'timed-out') return false;
  }
}
