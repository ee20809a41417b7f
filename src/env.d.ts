/**
 * What `astro.config.mjs` writes into the code. It is named with a dot: where it is named with brackets, all of `import.meta.env` is written in
 * instead, and code that a value rules out stays in the scripts.
 */
interface ImportMetaEnv {
  readonly BOOK_LANGUAGE?: unknown;
  readonly BOOK_MARK?: unknown;
  readonly BOOK_WORDS?: unknown;
  /** Where an engine answers searches; empty where the site has its own index alone. */
  readonly SEARCH_URL?: string;
  /** The name that the handbook has in the engine. */
  readonly SEARCH_BOOK?: string;
}
