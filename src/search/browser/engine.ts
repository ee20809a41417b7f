/** A string or byte array in the module's memory. */
type Slice = [pointer: number, length: number];

/** The exports of Pagefind 1.6's module that this site uses. */
interface PagefindModule {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start: () => void;
  __wbindgen_malloc: (size: number, align: number) => number;
  __wbindgen_free: (pointer: number, size: number, align: number) => void;
  init_pagefind: (...meta: Slice) => number;
  request_indexes: (index: number, ...query: Slice) => Slice;
  load_index_chunk: (index: number, ...chunk: Slice) => number;
  search: (index: number, ...parameters: number[]) => Slice;
}

/** A page that Pagefind found. */
export interface EngineHit {
  /** The page's position in the index. */
  page: number;
  score: number;
}

export interface Engine {
  /** Chunks of the index that a search for these words reads; those already loaded are left out. */
  chunksFor: (words: string) => string[];
  /** Hand over a chunk, as Pagefind packed it. */
  load: (name: string, chunk: Uint8Array) => void;
  /** Search for words separated by spaces: pages that have all of them, by Pagefind's ranking. */
  search: (words: string) => EngineHit[];
}

/** Every file that Pagefind packs starts with this once it is unpacked. */
const signatureLength = 'pagefind_dcd'.length;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Pagefind's search module without Pagefind's own loader, which is as large as the rest of this site's search.
 * It depends on the binary interface of Pagefind 1.6: update both together.
 *
 * @param meta The index's table of chunks, unpacked, with pages named by their positions.
 * @throws `WebAssembly.LinkError` if the browser can't run the module.
 */
export async function startEngine(module: WebAssembly.Module, meta: Uint8Array): Promise<Engine> {
  const imports = {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table: () => {
        const table = wasm.__wbindgen_externrefs;
        const first = table.grow(4) as number;
        table.set(0, undefined);
        for (const [position, value] of [undefined, null, true, false].entries())
          table.set(first + position, value);
      },
    },
  };
  const instance = await WebAssembly.instantiate(module, imports);
  const wasm = instance.exports as unknown as PagefindModule;
  wasm.__wbindgen_start();

  const give = (bytes: Uint8Array): Slice => {
    const pointer = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, pointer);
    return [pointer, bytes.length];
  };
  const giveText = (text: string): Slice => give(encoder.encode(text));
  const take = ([pointer, length]: Slice): unknown => {
    const text = decoder.decode(new Uint8Array(wasm.memory.buffer, pointer >>> 0, length));
    wasm.__wbindgen_free(pointer, length, 1);
    return JSON.parse(text);
  };

  let index = wasm.init_pagefind(...give(meta.subarray(signatureLength))) >>> 0;
  const loaded = new Set<string>();
  return {
    chunksFor: (words) =>
      (take(wasm.request_indexes(index, ...giveText(words))) as string[]).filter(
        (name) => name !== '' && !loaded.has(name),
      ),
    load: (name, chunk) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      index = wasm.load_index_chunk(index, ...give(chunk.subarray(signatureLength))) >>> 0;
    },
    search: (words) => {
      const query = [...giveText(words), ...giveText(words)];
      const noFilter = giveText('{}');
      const noSort = giveText('');
      const answer = wasm.search(index, ...query, ...noFilter, ...noSort, 0, 0);
      const { results } = take(answer) as { results: { p: string; s: number }[] };
      return results.map(({ p, s }) => ({ page: Number(p), score: s }));
    },
  };
}
