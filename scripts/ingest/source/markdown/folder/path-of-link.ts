import { posix } from 'node:path';

/** The path in the folder that a link leads to; `undefined` for one that leads out of it. */
export function pathOfLink(from: string, url: string): string | undefined {
  if (/^[a-z][\w+.-]*:|^\/\//i.test(url)) return undefined;
  let decoded = url.replace(/[?#].*$/, '');
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // Take it as it is.
  }
  const path = posix.normalize(posix.join(decoded.startsWith('/') ? '' : posix.dirname(from), decoded));
  return path.startsWith('..') ? undefined : path.replace(/^\.?\//, '');
}
