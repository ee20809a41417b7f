import { forAllPages } from '../freshness/shown.ts';

let version = 0;
// In development, Astro sends this event after it has reloaded content.
import.meta.hot?.on('astro:content-changed', () => {
  version += 1;
});

/** A function that calls `read` once in a build, and in development again after the content has changed. */
export function memo<T>(read: () => T): () => T {
  let kept: { value: T; version: number } | undefined;
  return () => {
    if (kept?.version !== version) kept = { value: forAllPages(read), version };
    return kept.value;
  };
}
