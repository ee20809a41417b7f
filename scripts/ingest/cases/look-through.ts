import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { must } from '../../../src/lib/must.ts';
import type { TellingText } from './find-cases.ts';
import type { BookSums } from './model/book-sense.ts';
import { looker, type Seen } from './looker.ts';

/** Texts that a thread is to look through. */
export interface Order {
  number: number;
  texts: TellingText[];
}
export interface Answer {
  number: number;
  /** `undefined` if the thread failed at one of them. */
  seen: Seen[] | undefined;
}
export interface ThreadData {
  port: MessagePort;
  /** How many answers all threads have given. Whoever waits for one is woken. */
  answered: Int32Array;
  sums: BookSums;
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

/** A thread and the orders that it hasn't answered yet. */
interface Thread {
  port: MessagePort;
  worker: Worker;
  open: Set<number>;
}

/**
 * Look through the texts of a book, on as many processors as there are if it is long. This thread looks through them
 * from the first on and the others from the last, until they meet. Each text is looked at by itself, so that who does it
 * makes no difference.
 * @param sums what other texts of the book have shown of how it tells
 */
export function lookThrough(
  texts: readonly TellingText[],
  sums: BookSums,
  threads = threadsFor(texts),
): Seen[] {
  const look = looker(sums);
  if (threads < 1) return texts.map(look);
  const orders = ordersOf(texts);
  const seen: (Seen[] | undefined)[] = orders.map(() => undefined);
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const helpers = Array.from({ length: threads }, () => startThread(answered, sums));
  let [first, last] = [0, orders.length];
  const give = () => {
    for (const { port, open } of helpers) {
      collect(port, open, seen);
      while (open.size < maxOrders && first < last) {
        last -= 1;
        open.add(last);
        port.postMessage({ number: last, texts: must(orders[last]).map(looked) } satisfies Order);
      }
    }
  };
  for (give(); first < last; give()) {
    seen[first] = must(orders[first]).map(look);
    first += 1;
  }
  waitFor(helpers, answered, seen);
  for (const { worker, port } of helpers) {
    port.close();
    void worker.terminate();
  }
  // What a thread didn't get to is done here.
  return orders.flatMap((order, at) => seen[at] ?? order.map(look));
}

function threadsFor(texts: readonly TellingText[]): number {
  const paragraphs = texts.reduce((sum, each) => sum + each.paragraphs.length, 0);
  return paragraphs < minParagraphs ? 0 : Math.min(maxThreads, availableParallelism() - 1);
}

function ordersOf(texts: readonly TellingText[]): TellingText[][] {
  const orders: TellingText[][] = [];
  let room = 0;
  for (const text of texts) {
    if (room <= 0) {
      orders.push([]);
      room = orderSize;
    }
    orders.at(-1)?.push(text);
    room -= text.paragraphs.length;
  }
  return orders;
}

function startThread(answered: Int32Array, sums: BookSums): Thread {
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(new URL('look-worker.ts', import.meta.url), {
    workerData: { port: port2, answered, sums } satisfies ThreadData,
    transferList: [port2],
  });
  // A thread that fails is one that doesn't answer.
  worker.on('error', () => undefined);
  worker.unref();
  return { port, worker, open: new Set() };
}

/** What a look needs of a text. */
const looked = ({ paragraphs, status }: TellingText): TellingText => ({
  status,
  paragraphs: paragraphs.map(({ text, heading }) => ({
    text,
    lines: [0, 0],
    ...(heading === undefined ? {} : { heading }),
  })),
});

/** Take in the answers that have come. */
function collect(port: MessagePort, open: Set<number>, seen: (Seen[] | undefined)[]): void {
  for (let came = receiveMessageOnPort(port); came; came = receiveMessageOnPort(port)) {
    const answer = came.message as Answer;
    seen[answer.number] = answer.seen;
    open.delete(answer.number);
  }
}

function waitFor(helpers: Thread[], answered: Int32Array, seen: (Seen[] | undefined)[]): void {
  for (;;) {
    const before = Atomics.load(answered, 0);
    for (const { port, open } of helpers) collect(port, open, seen);
    if (helpers.every(({ open }) => open.size === 0)) return;
    if (Atomics.wait(answered, 0, before, maxWait) === 'timed-out') return;
  }
}
