import type { AnswerSource, Asked, Results, Suggestions } from './source.ts';

/** How long an engine that did not answer is left alone, in milliseconds. */
const restMilliseconds = 30_000;
/** Milliseconds that a reader waits for an engine, however many questions an answer takes. */
const maxWaitMs = 10_000;

/** Answers from an engine on a server or, if that does not answer, from the site's own index. */
export class EngineFirst implements AnswerSource {
  readonly #open: () => Promise<AnswerSource>;
  readonly #instead: AnswerSource;
  /** Note beside results of the index. */
  readonly #note: string;
  #failedAt = -Infinity;

  constructor(open: () => Promise<AnswerSource>, instead: AnswerSource, note: string) {
    this.#open = open;
    this.#instead = instead;
    this.#note = note;
  }

  get #isResting(): boolean {
    return performance.now() - this.#failedAt < restMilliseconds;
  }

  async warmUp(): Promise<void> {
    const engine = await this.#open().catch(() => this.#instead);
    await (this.#isResting ? this.#instead : engine).warmUp();
  }

  async ask(asked: Asked, partly: (results: Results) => void): Promise<Results | undefined> {
    if (!this.#isResting) {
      try {
        return await inTime(this.#open().then((engine) => engine.ask(asked, partly)));
      } catch (reason) {
        // The reader has typed on, so this answer is no longer wanted.
        if (isGivenUp(reason)) return undefined;
        this.#failedAt = performance.now();
      }
    }
    const noted = (results: Results): Results => ({
      ...results,
      notes: [...(results.notes ?? []), this.#note],
    });
    const found = await this.#instead.ask(asked, (results) => {
      partly(noted(results));
    });
    return found && noted(found);
  }

  async suggest(typed: string): Promise<Suggestions> {
    if (this.#isResting) return await this.#instead.suggest(typed);
    try {
      return await inTime(this.#open().then((engine) => engine.suggest(typed)));
    } catch {
      return await this.#instead.suggest(typed);
    }
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The engine takes too long.'));
    }, maxWaitMs);
  });
  return await Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
}

const isGivenUp = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === 'AbortError';
