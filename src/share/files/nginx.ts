import { escapePattern } from '../../lib/escape-pattern.ts';
import { contentTypes, isCompressible } from '../../policy/content-types.ts';
import type { Move } from '../../ledger/move.ts';

/** Maps for nginx's `http` block: from old paths to new ones, and from each path to its headers. */
export function nginxMaps(moves: readonly Move[], base: string, policy: string): string {
  const prefix = base.replace(/\/$/, '');
  const start = `~^${escapePattern(prefix)}`;
  return [
    '# For the http block: include this file. The server block includes server.nginx.conf.',
    'map $uri $handbook_moved {',
    ...moves.map(({ from, to }) => `  ${start}${from.replace(/\/$/, '')}/?$ ${prefix}${to};`),
    '}',
    'map $uri $handbook_policy {',
    `  default "${policy};frame-ancestors 'none'";`,
    `  ${start}/(?:en/)?embed/ "${policy}";`,
    '}',
    'map $uri $handbook_frames {',
    '  default DENY;',
    `  ${start}/(?:en/)?embed/ "";`,
    '}',
    'map $uri $handbook_cache {',
    '  default "";',
    `  ${start}/_astro/ "public, max-age=31536000, immutable";`,
    `  ${start}/pagefind/(?:zh|en)/(?:chunks|index|texts|engine)- "public, max-age=31536000, immutable";`,
    `  ${start}/pagefind/shelf/summary- "public, max-age=31536000, immutable";`,
    `  ${start}/(?:sw\\.js$|offline/) "no-cache";`,
    `  ${start}/(?:en/)?r/ "public, max-age=3600";`,
    '}',
    '# A shelf of handbooks on another origin reads the search index, and nothing else.',
    'map $uri $handbook_readers {',
    '  default "";',
    `  ${start}/pagefind/ "*";`,
    '}',
    '',
  ].join('\n');
}

/** The lines of nginx's `server` block that a site needs besides its name, its certificate and its folder. */
export function nginxServer(base: string, headers: ReadonlyMap<string, string>): string {
  const prefix = base.replace(/\/$/, '');
  const byType = Map.groupBy(Object.entries(contentTypes), ([, type]) => type.split(';')[0] ?? type);
  const always = (name: string, value: string) => `add_header ${name} ${value} always;`;
  return [
    '# For the server block, beside `listen`, `server_name` and the folder of the site.',
    'if ($request_method !~ ^(?:GET|HEAD)$) { return 405; }',
    'if ($handbook_moved) { return 301 $handbook_moved; }',
    'index index.html;',
    'absolute_redirect off;',
    'server_tokens off;',
    // A folder without a page is no secret: it is not there.
    `error_page 403 =404 ${prefix}/404.html;`,
    `error_page 404 ${prefix}/404.html;`,
    `location ~ (?:/\\.|^${escapePattern(prefix)}/(?:_headers|_redirects|[^/]+\\.nginx\\.conf)$) { return 404; }`,
    'types {',
    ...[...byType].map(([type, names]) => `  ${type} ${names.map(([name]) => name.slice(1)).join(' ')};`),
    '}',
    'charset utf-8;',
    'charset_types text/plain text/css text/javascript text/markdown application/json application/xml;',
    'gzip on;',
    'gzip_vary on;',
    '# Files ending in .gz that a build with COMPRESS=1 has written beforehand.',
    'gzip_static on;',
    '# With the module ngx_brotli: brotli_static on;',
    `gzip_types ${[...byType.keys()].filter((type) => isCompressible(type) && type !== 'text/html').join(' ')};`,
    ...[...headers].map(([name, value]) => always(name, `"${value}"`)),
    always('Content-Security-Policy', '$handbook_policy'),
    always('X-Frame-Options', '$handbook_frames'),
    'add_header Cache-Control $handbook_cache;',
    'add_header Access-Control-Allow-Origin $handbook_readers;',
    '',
  ].join('\n');
}
