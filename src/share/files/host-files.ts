import type { Move } from '../../ledger/move.ts';

/** Lines of `_redirects`, as static hosts read them, each path with and without its last slash. */
export function redirectLines(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 301\n${from.replace(/\/$/, '')} ${to} 301\n`).join('');
}

/** A map for nginx from old path to new; `base` comes before both. */
export function nginxMap(moves: readonly Move[], base: string): string {
  const prefix = base.replace(/\/$/, '');
  return [
    '# In the http block: include this file. In the server block:',
    '#   if ($handbook_moved) { return 301 $scheme://$http_host$handbook_moved; }',
    'map $uri $handbook_moved {',
    ...moves.map(({ from, to }) => `  ~^${prefix}${from.replace(/\/$/, '')}/?$ ${prefix}${to};`),
    '}',
    '',
  ].join('\n');
}

/**
 * Lines of `_headers` that keep every page but the embeds out of frames. They name the folders that may not be framed
 * rather than take a header away again, which not all hosts can.
 *
 * @param folders Top-level folders of the site, and those of its English tree: `rules`, `en/rules`.
 * @param pages Files and pages at the top of both trees: `/`, `/404.html`.
 */
export function frameHeaders(folders: readonly string[], pages: readonly string[]): string {
  const paths = [
    ...pages,
    ...folders.filter((name) => !/^(?:en\/)?embed$/.test(name) && name !== 'en').map((name) => `/${name}/*`),
  ];
  const deny = "  X-Frame-Options: DENY\n  Content-Security-Policy: frame-ancestors 'none'\n";
  // A move is for good, but a later edition may move the entry again: hosts and browsers ask anew after an hour.
  const moved = ['/r/*', '/en/r/*'].map((path) => `${path}\n  Cache-Control: public, max-age=3600\n`);
  return [...paths.map((path) => `${path}\n${deny}`), ...moved].join('');
}
