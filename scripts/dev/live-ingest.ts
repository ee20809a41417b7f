import { Worker } from 'node:worker_threads';
import type { Options } from '../ingest/run/options.ts';
import type { LiveStages, Outcome } from './outcome.ts';

/** Ingests one source again and again, in a thread that keeps its dictionaries. */
export class LiveIngest {
  readonly options: Options;
  /** The last good result of every stage, for tools that look into the ingest. */
  stages: LiveStages | undefined;
  /** Why the text of now was not written; `undefined` while all is well. */
  problem: { text: string; line: number | undefined } | undefined;
  #worker: Worker | undefined;

  constructor(options: Options) {
    this.options = options;
  }

  /** Ingest now. A run that fails keeps the last good text. */
  async run(): Promise<Outcome> {
    const outcome = await this.#ask();
    if ('problem' in outcome) this.problem = { text: outcome.problem, line: outcome.line };
    else {
      this.problem = undefined;
      this.stages = outcome.stages;
    }
    return outcome;
  }

  /** Forget the loaded program: the next run loads the code as it is by then. */
  async reload(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(): Promise<Outcome> {
    const worker = (this.#worker ??= new Worker(new URL('./ingest-worker.ts', import.meta.url), {
      workerData: this.options,
    }));
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        worker.removeAllListeners('message').removeAllListeners('error');
        resolve(outcome);
      };
      worker.once('message', settle);
      // The program itself doesn't load: it was changed a moment ago.
      worker.once('error', (error) => {
        this.#worker = undefined;
        settle({ problem: String(error.stack ?? error), line: undefined });
      });
      worker.postMessage('run');
    });
  }
}
