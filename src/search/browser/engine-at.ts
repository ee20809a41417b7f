import type { Ask } from '../engine/ask.ts';
import { UnreachableError } from './files.ts';

/** An answer that takes longer than this, in milliseconds, is no answer. */
const maxWait = 8000;
/** An answer of more bytes is none: a hundred results with their texts have a tenth of it. */
const maxBytes = 8 * 2 ** 20;

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
        // Whoever answers in the engine's place may not send the question on to others.
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(maxWait), ...(signal ? [signal] : [])]),
      });
      if (response.ok) return JSON.parse(await boundedText(response)) as unknown;
    } catch (cause) {
      signal?.throwIfAborted();
      throw new UnreachableError(`${url} did not answer.`, { cause });
    }
    throw new UnreachableError(`${url} answered ${String(response.status)}.`);
  };

/** The text of an answer, read only as far as an answer may go. */
async function boundedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return text + decoder.decode();
    size += value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new RangeError(`The answer has more than ${String(maxBytes)} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

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
