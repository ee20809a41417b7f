/**
 * Path that a request asks for, decoded; `undefined` if its target is none (`GET //`, `GET *`, `GET /%zz`). A target is not
 * read as a URL: of `//` that leaves no path, and it throws.
 */
export function requestedPath(target: string): string | undefined {
  const [raw = ''] = target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/);
  if (!raw.startsWith('/')) return undefined;
  try {
    const path = decodeURIComponent(raw);
    return /[\0\\]|\/\/|\/\.{1,2}(?:\/|$)/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Whether a path names a file that is in the built site for its host or its builder alone. */
export const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.')) ||
  /^\/(?:_headers|_redirects|[^/]+\.nginx\.conf)$/i.test(path);
