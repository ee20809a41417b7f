// The desk runs in a thread of its own: pages keep the one that serves the site busy.
import { parentPort, workerData } from 'node:worker_threads';
import type { DeskOptions } from '../book/desk-options.ts';
import { Desk } from '../book/desk.ts';
import { EditError } from '../protocol/edit-error.ts';
import type { Call, Reply } from './call.ts';

const desk = new Desk(workerData as DeskOptions);

async function answer({ id, method, args }: Call): Promise<Reply> {
  try {
    const make = desk[method].bind(desk) as (...all: unknown[]) => Promise<unknown>;
    return { id, value: await make(...args) };
  } catch (error) {
    if (error instanceof EditError) return { id, fault: error.fault, detail: error.message };
    return { id, error: String((error as Error).stack ?? error) };
  }
}

parentPort?.on('message', (call: Call) => {
  void answer(call).then((reply) => parentPort?.postMessage(reply));
});
