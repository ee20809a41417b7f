/** What a browser's caches are made of here: texts with their types, by cache and address. */
export interface MemoryCaches {
  caches: CacheStorage;
  texts: Map<string, Map<string, string>>;
  /** What a cache that is written to throws, once it is set. */
  refuse: (reason: Error | undefined) => void;
}

/** A browser's caches in memory. */
export function memoryCaches(held: Record<string, Record<string, string>> = {}): MemoryCaches {
  const texts = new Map(
    Object.entries(held).map(([name, files]) => [name, new Map(Object.entries(files))] as const),
  );
  let refused: Error | undefined;
  const cacheOf = (name: string) => {
    const files = texts.get(name) ?? new Map<string, string>();
    texts.set(name, files);
    return {
      keys: () => Promise.resolve([...files.keys()].map((url) => new Request(url))),
      match: (url: string) => Promise.resolve(files.has(url) ? new Response(files.get(url)) : undefined),
      put: async (url: string, response: Response) => {
        if (refused) throw refused;
        files.set(url, await response.text());
      },
      delete: (url: string) => Promise.resolve(files.delete(url)),
    };
  };
  const storage = {
    open: (name: string) => Promise.resolve(cacheOf(name)),
    keys: () => Promise.resolve([...texts.keys()]),
    delete: (name: string) => Promise.resolve(texts.delete(name)),
  };
  return {
    caches: storage as unknown as CacheStorage,
    texts,
    refuse: (reason) => {
      refused = reason;
    },
  };
}
