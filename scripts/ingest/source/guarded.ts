import { Worker } from 'node:worker_threads';
import { InputError } from '../input-error.ts';
import type { Request } from './adapters.ts';
import type { Source } from './extract/source.ts';

/** What the thread answers. */
export type Answer = 'ready' | { source: Source } | { refused: string } | { failed: string };

/** Milliseconds that a file may take, and how many more for each megabyte of it. */
const shortest = 8000;
const perMegabyte = 2500;
/** Megabytes that the thread's values may take. */
const memory = 700;

/**
 * Read a file in a thread of its own, so that one made to take for ever or to fill the memory ends with a word about it.
 * @throws InputError where the file is refused, or takes more than a book would
 */
export function readGuarded(request: Request): Promise<Source> {
  const worker = new Worker(new URL('guarded-worker.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const allowed = shortest + (perMegabyte * sizeOf(request)) / 1_000_000;
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Source>((resolve, reject) => {
    const refuse = (message: string): void => reject(new InputError(message));
    worker.on('message', (answer: Answer) => {
      if (answer === 'ready')
        timer = setTimeout(
          () =>
            refuse(
              'The file takes longer to read than a book would: it is damaged, or made to. It was not read.',
            ),
          allowed,
        );
      else if ('source' in answer) resolve(answer.source);
      else
        refuse(
          'refused' in answer ? answer.refused : `The file is damaged and can't be read (${answer.failed}).`,
        );
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse(
            'The file takes more memory to read than a book would: it is damaged, or made to. It was not read.',
          )
        : reject(error),
    );
    worker.on('exit', () => refuse('The file is damaged and can’t be read.'));
  }).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}

function sizeOf(request: Request): number {
  if ('size' in request) return request.size;
  if ('bytes' in request) return request.bytes.length;
  return [...request.files.values()].reduce((sum, { length }) => sum + length, 0);
}
