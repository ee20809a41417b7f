import { Worker } from 'node:worker_threads';
import type { DeskOptions } from '../book/desk-options.ts';
import type { Desk } from '../book/desk.ts';
import type { Call, DeskMethod, Reply } from './call.ts';
import { EditError } from '../protocol/edit-error.ts';

/** A book on the desk in a thread of its own. */
export class DeskThread {
  readonly #options: DeskOptions;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #worker: Worker | undefined;
  #calls = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /**
   * Call a method of the desk in its thread.
   * @throws EditError if an action can't be done
   */
  async call<M extends DeskMethod>(
    method: M,
    ...args: Parameters<Desk[M]>
  ): Promise<Awaited<ReturnType<Desk[M]>>> {
    const id = (this.#calls += 1);
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#thread().postMessage({ id, method, args } satisfies Call);
    });
    if ('fault' in reply) throw new EditError(reply.fault, reply.detail);
    if ('error' in reply) throw new Error(reply.error);
    return reply.value as Awaited<ReturnType<Desk[M]>>;
  }

  /** Start the thread before it is needed: its dictionaries take a second to load. */
  warm(): void {
    void this.call('view').catch(() => undefined);
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { workerData: this.#options });
    worker.unref();
    const settle = (reply: Reply) => {
      const resolve = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      resolve?.(reply);
    };
    worker.on('message', settle);
    const fail = (error: unknown) => {
      this.#worker = undefined;
      for (const id of [...this.#waiting.keys()]) settle({ id, error: String(error) });
    };
    worker.on('error', fail);
    this.#worker = worker;
    return worker;
  }
}
