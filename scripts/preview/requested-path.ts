/**
 * The decoded path of a request's target; `undefined` for `//`, `*`, `/%zz` and the like. `URL` is not used, since it throws for `//`.
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

/** Whether a path names a file of the built site that is only for its host or for later builds. */
export const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.')) ||
  /^\/(?:_headers|_redirects|[^/]+\.nginx\.conf)$/i.test(path);
