import type { Ask } from '../engine/ask.ts';
import { UnreachableError } from './files.ts';

/** An answer that takes longer than this, in milliseconds, is no answer. */
const maxWait = 8000;

/**
 * Ask the stored searches of an engine, at an address that lets through nothing else. The text goes as plain text: a
 * browser asks no other origin beforehand whether it may send that.
 *
 * @param signal Ends what is under way.
 * @throws UnreachableError if it does not answer, or refuses.
 */
export const engineAt =
  (address: string, signal?: AbortSignal): Ask =>
  async (template, params) => {
    const url = `${address}${template}`;
    let response: Response;
    try {
      response = await fetch(url, {
        method: 'POST',
        body: JSON.stringify(params),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any([AbortSignal.timeout(maxWait), ...(signal ? [signal] : [])]),
      });
      if (response.ok) return (await response.json()) as unknown;
    } catch (cause) {
      signal?.throwIfAborted();
      throw new UnreachableError(`${url} did not answer.`, { cause });
    }
    throw new UnreachableError(`${url} answered ${String(response.status)}.`);
  };

/** Ask nothing twice: who narrows results, or wants more of them, asks mostly what was asked before. */
export function askingOnce(ask: Ask): Ask {
  const asked = new Map<string, Promise<unknown>>();
  return (template, params) => {
    const question = `${template} ${JSON.stringify(params)}`;
    const answer = asked.get(question) ?? ask(template, params);
    asked.set(question, answer);
    answer.catch(() => asked.delete(question));
    return answer;
  };
}
