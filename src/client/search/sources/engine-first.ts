import type { AnswerSource, Asked, Results, Suggestions } from './source.ts';

/** Milliseconds that an engine is not asked again after it failed. */
const restMs = 30_000;
/** Milliseconds that a reader waits for an engine, however many requests one answer takes. */
const maxWaitMs = 10_000;

/** Answers from a search engine on a server. If it doesn't answer, the site's own index does. */
export class EngineFirst implements AnswerSource {
  readonly #open: () => Promise<AnswerSource>;
  readonly #fallback: AnswerSource;
  /** Sentence beside results of the index. */
  readonly #note: string;
  #failedAt = -Infinity;

  constructor(open: () => Promise<AnswerSource>, fallback: AnswerSource, note: string) {
    this.#open = open;
    this.#fallback = fallback;
    this.#note = note;
  }

  get #isResting(): boolean {
    return performance.now() - this.#failedAt < restMs;
  }

  async warmUp(): Promise<void> {
    const engine = await this.#open().catch(() => this.#fallback);
    await (this.#isResting ? this.#fallback : engine).warmUp();
  }

  async ask(asked: Asked, partly: (results: Results) => void): Promise<Results | undefined> {
    if (!this.#isResting) {
      try {
        return await inTime(this.#open().then((engine) => engine.ask(asked, partly)));
      } catch (reason) {
        // The reader has typed on, so nobody wants this answer any more.
        if (isGivenUp(reason)) return undefined;
        this.#failedAt = performance.now();
      }
    }
    const noted = (results: Results): Results => ({
      ...results,
      notes: [...(results.notes ?? []), this.#note],
    });
    const found = await this.#fallback.ask(asked, (results) => {
      partly(noted(results));
    });
    return found && noted(found);
  }

  async suggest(typed: string): Promise<Suggestions> {
    if (this.#isResting) return await this.#fallback.suggest(typed);
    try {
      return await inTime(this.#open().then((engine) => engine.suggest(typed)));
    } catch {
      return await this.#fallback.suggest(typed);
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
