import { forAllPages } from '../freshness/shown.ts';

let version = 0;
// Astro tells the modules of its development server when it has read content anew.
import.meta.hot?.on('astro:content-changed', () => {
  version += 1;
});

/** `read`, done once a build; in development again once the content has changed. */
export function memo<T>(read: () => T): () => T {
  let kept: { value: T; version: number } | undefined;
  return () => {
    if (kept?.version !== version) kept = { value: forAllPages(read), version };
    return kept.value;
  };
}
