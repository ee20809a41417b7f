/** A line of `_redirects`: `/old/ /new/ 301`. */
export interface Redirect {
  to: string;
  status: number;
}

/** Parse a host's `_redirects` file into a map from paths to targets. Comments and blank lines are ignored. */
export function parseRedirects(text: string): Map<string, Redirect> {
  const redirects = new Map<string, Redirect>();
  for (const line of text.split('\n')) {
    const [from, to, status] = line.trim().split(/\s+/);
    if (from === undefined || to === undefined || from.startsWith('#')) continue;
    redirects.set(from, { to, status: Number(status ?? 301) });
  }
  return redirects;
}

/**
 * Parse a host's `_headers` file. A path pattern is on a line of its own, where `*` matches anything. Its headers follow, indented. Two
 * values of one header are joined by a comma, as hosts do.
 *
 * @returns a function that gives the headers for a path
 */
export function parseHeaders(text: string): (path: string) => Map<string, string> {
  const blocks: { prefix: string; suffix: string; whole: boolean; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const colon = line.indexOf(':');
      blocks.at(-1)?.headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
    } else {
      const [prefix = '', suffix] = line.trim().split('*');
      blocks.push({ prefix, suffix: suffix ?? '', whole: suffix === undefined, headers: [] });
    }
  }
  return (path) => {
    const found = new Map<string, string>();
    for (const { prefix, suffix, whole, headers } of blocks) {
      if (whole ? path !== prefix : !(path.startsWith(prefix) && path.endsWith(suffix))) continue;
      for (const [name, value] of headers) {
        const before = found.get(name);
        found.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    return found;
  };
}
