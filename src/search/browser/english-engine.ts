import type { EnglishHead } from '../format/files.ts';
import { startEngine, type Engine, type EngineHit } from './engine.ts';
import { fetchFile, fetchPacked, rememberByKey } from './files.ts';

/** Pagefind's search over its own index, which fetches what a query needs. */
export class EnglishEngine {
  readonly #engine: Engine;
  readonly #chunk: (name: string) => Promise<void>;

  constructor(engine: Engine, chunk: (name: string) => Promise<Uint8Array>) {
    this.#engine = engine;
    this.#chunk = rememberByKey(async (name) => {
      engine.load(name, await chunk(name));
    });
  }

  /** Pages that have all of the words that Pagefind knows, by its own ranking. */
  async search(words: string): Promise<EngineHit[]> {
    await Promise.all(this.#engine.chunksFor(words).map(this.#chunk));
    return this.#engine.search(words);
  }
}

/** A refusal to run the engine, as opposed to a file that did not arrive. */
const isRefusal = (reason: unknown): boolean =>
  reason instanceof WebAssembly.CompileError ||
  reason instanceof WebAssembly.LinkError ||
  reason instanceof WebAssembly.RuntimeError;

/** Open Pagefind's index of English; `undefined` where the browser refuses to run the engine. */
export async function openEnglishEngine(
  folder: string,
  head: EnglishHead,
): Promise<EnglishEngine | undefined> {
  if (typeof WebAssembly !== 'object') return undefined;
  const meta = fetchPacked(folder + head.meta);
  // Told below; where the engine itself does not come, nobody waits for it.
  meta.catch(() => undefined);
  const module = await (await fetchFile(folder + head.engine)).arrayBuffer();
  try {
    const engine = await startEngine(await WebAssembly.compile(module), await meta);
    return new EnglishEngine(engine, (name) => fetchPacked(`${folder}${head.chunks}/${name}.pf_index`));
  } catch (reason) {
    if (isRefusal(reason)) return undefined;
    throw reason;
  }
}
