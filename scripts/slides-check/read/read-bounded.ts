import { Worker } from 'node:worker_threads';
import { bounds } from './bounds.ts';
import { DocumentError, type Slide } from './document.ts';

interface Answer {
  slides?: Slide[];
  problem?: string;
}

const tooMuchMemory = 'It takes too much memory to read.';

/**
 * Read a document within limits of time and memory.
 *
 * @throws DocumentError if it is of another format than its name, or takes too much
 */
export async function readBounded(file: string): Promise<Slide[]> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 300 },
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    const { slides, problem } = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(
          new DocumentError(`It took more than ${bounds.seconds} seconds to read, so it was left alone.`),
        );
      }, bounds.seconds * 1000);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() > bounds.memoryBytes) reject(new DocumentError(tooMuchMemory));
      }, 20);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const tooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(new DocumentError(tooLarge ? tooMuchMemory : error.message));
      });
      worker.once('exit', () => {
        reject(new DocumentError('It could not be read.'));
      });
    });
    if (slides) return slides;
    throw new DocumentError(problem ?? 'It could not be read.');
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}
