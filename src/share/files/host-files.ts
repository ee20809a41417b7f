import type { Move } from '../../ledger/move.ts';

/**
 * Lines of `_redirects`, as static hosts read them. A path without its last slash is led to the one with it by every such
 * host, because a page is there; hosts that take 2,000 lines take twice as many moves so.
 */
export function redirectLines(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/**
 * Lines of `_headers`. Every page gets the policy; every page but the embeds also forbids framing. The folders
 * that forbid it are listed one by one, because not all hosts can remove a header again. Hosts join two values
 * of one header by a comma, and a browser applies both policies.
 *
 * @param folders Top-level folders of the site, and those of its English tree: `rules`, `en/rules`.
 * @param pages Files and pages at the top of both trees: `/`, `/404.html`.
 */
export function policyHeaders(folders: readonly string[], pages: readonly string[], policy: string): string {
  const paths = [
    ...pages,
    ...folders.filter((name) => !/^(?:en\/)?embed$/.test(name) && name !== 'en').map((name) => `/${name}/*`),
  ];
  const deny = "  X-Frame-Options: DENY\n  Content-Security-Policy: frame-ancestors 'none'\n";
  // A move is for good, but a later edition may move the entry again: hosts and browsers ask anew after an hour.
  const moved = ['/r/*', '/en/r/*'].map((path) => `${path}\n  Cache-Control: public, max-age=3600\n`);
  return [
    `/*\n  Content-Security-Policy: ${policy}\n`,
    ...paths.map((path) => `${path}\n${deny}`),
    ...moved,
  ].join('');
}
