import { fileURLToPath } from 'node:url';
import { InputError } from '../input-error.ts';
import type { Request } from './adapters.ts';
import type { Source } from './extract/source.ts';

/** What the reader is sent. */
export interface Order {
  request: Request;
  limits: Limits;
}
/** What the reader may take: seconds of the processor, and megabytes. */
export interface Limits {
  seconds: number;
  megabytes: number;
}
/** What the reader answers. */
export type Answer = { source: Source } | { refused: string } | { failed: string };

/** Seconds of the processor that a file may take, and how many more for each megabyte of it: a megabyte of PDF is many pages. */
const baseSeconds = 7;
const secondsPerMegabyte = { pdf: 2, other: 0.3 };
/** Megabytes that the reader's values may take, and all of it together. */
const [maxHeap, maxMemory] = [450, 650];
/** On a busy machine, a second of the processor may take this many. */
const busyFactor = 20;

/** The most that a book of this size takes to read. */
function limitsFor(request: Request): Limits {
  const perMegabyte = secondsPerMegabyte[request.format === 'pdf' ? 'pdf' : 'other'];
  return { seconds: baseSeconds + (perMegabyte * sizeOf(request)) / 1_000_000, megabytes: maxMemory };
}

/**
 * Read a file in a process of its own, so that one made to take for ever, to fill the memory or to crash its reader ends
 * with a word about it. Time is that of the processor: a busy machine is no fault of the file.
 * @throws InputError if the file is refused, or takes more than a book would
 */
export async function readGuarded(request: Request, limits = limitsFor(request)): Promise<Source> {
  // Plain text, which most books are, needs no other process.
  const { fork } = await import('node:child_process');
  const reader = fork(fileURLToPath(new URL('guarded-reader.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${maxHeap}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => reader.kill('SIGKILL'), limits.seconds * busyFactor * 1000);
  return await new Promise<Source>((resolve, reject) => {
    const refuse = (message: string): void => reject(new InputError(message));
    reader.on('message', (answer: Answer) => {
      if ('source' in answer) resolve(answer.source);
      else
        refuse(
          'refused' in answer ? answer.refused : `The file is damaged and can't be read (${answer.failed}).`,
        );
    });
    reader.on('error', reject);
    reader.on('exit', (_, signal) =>
      refuse(
        `The file takes more ${signal === 'SIGKILL' ? 'time' : 'memory'} to read than a book would: it is damaged, or made to. It was not read.`,
      ),
    );
    const order: Order = { request, limits };
    // An error here is also told by the reader's exit.
    reader.send(order, () => undefined);
  }).finally(() => {
    clearTimeout(timer);
    reader.kill('SIGKILL');
  });
}

function sizeOf(request: Request): number {
  if ('size' in request) return request.size;
  if ('bytes' in request) return request.bytes.length;
  return [...request.files.values()].reduce((sum, { length }) => sum + length, 0);
}
