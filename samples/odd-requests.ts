import type { Random } from './random.ts';

/** Ways out of a folder, and names of what isn't served. */
const outside = [
  ...[
    '..',
    '%2e%2e',
    '.%2e',
    '..;',
    '....',
    '%252e%252e',
    '..%00',
    '%c0%ae%c0%ae',
    '%uff0e%uff0e',
    '..\\',
    '..%5c',
  ],
  ...[
    'package.json',
    'etc/passwd',
    'content/permalinks.yaml',
    '.git/config',
    '.built-from',
    '_headers',
    '_redirects',
  ],
  ...[
    'server.nginx.conf',
    'proc/self/environ',
    'scripts/preview.ts',
    '.dist.lock',
    'C:',
    'CON',
    'aux',
    '~',
    '.env',
  ],
];
const inside = [
  '',
  'rules',
  '01-01',
  'en',
  'r',
  'pagefind',
  'handbook.json',
  'downloads',
  'index.html',
  'search',
  'embed',
];
const odd = [
  ...[
    '%',
    '%zz',
    '%E4%B8',
    '%ff',
    '%00',
    '%0d%0aSet-Cookie:x=1',
    '*',
    '[',
    ']',
    '{',
    '|',
    '^',
    '`',
    '"',
    '<script>',
    ';',
    ' ',
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '中文',
    '\u00e9',
    '\t',
    '\x7f',
    'a'.repeat(300),
    '%41'.repeat(900),
  ],
];
const separators = ['/', '/', '/', '//', '\\', '%2f', '%5c', '/./', '/;/', '%252f', '/\0'];
const starts = [
  '/',
  '/',
  '/',
  '//',
  '',
  'http://localhost/',
  'http://[',
  'https://evil.example/',
  'file:///',
  '*',
  '?',
  '#',
  '\\',
];
const methods = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PATCH',
  'FOO',
  'get',
  '',
];
const ranges = [
  'bytes=5-2',
  'bytes=-1',
  'bytes=0-0',
  'bytes=a-b',
  'bytes=',
  'bytes=0-0,2-3',
  'bytes=99999999999999999999-',
  'bytes=-0',
  'x',
];
const encodings = ['br', 'gzip', '*', 'br;q=0', 'identity;q=0', ',', 'br, gzip, deflate', 'x'.repeat(200)];

function header(random: Random): string {
  return random.pick([
    () => `Range: ${random.pick(ranges)}`,
    () => `Accept-Encoding: ${random.pick(encodings)}`,
    () => `If-None-Match: ${random.pick(['*', '"x"', 'W/"', ','.repeat(99), '"'])}`,
    () => `If-Modified-Since: ${random.pick(['0', 'Thu, 01 Jan 1970 00:00:00 GMT', 'x'])}`,
    () => `If-Range: ${random.pick(['"x"', 'x'])}`,
    () => `Host: ${random.pick(['', 'evil.example', 'a:b:c', '[::1', ' '])}`,
    () => `Content-Length: ${random.pick(['5', '-1', '999999999999', 'x'])}`,
    () => 'Transfer-Encoding: chunked',
    () => 'Upgrade: websocket\r\nConnection: Upgrade',
    () => 'Expect: 100-continue',
    () => `X: ${'a'.repeat(random.pick([10, 20_000]))}`,
    () => 'no colon',
    () => ': no name',
  ])();
}

/** Bytes of a request that few clients send. */
export function oddRequest(random: Random): string {
  if (random.chance(0.04))
    return Array.from({ length: random.below(60) }, () => String.fromCharCode(random.below(256))).join('');
  const parts = Array.from({ length: 1 + random.below(6) }, () =>
    random.pick(random.pick([outside, outside, inside, odd])),
  );
  const path = parts.reduce((whole, part) => whole + part + random.pick(separators), random.pick(starts));
  const query = random.chance(0.3) ? `${random.pick(['?', '#', '?q=', '??'])}${random.pick(odd)}` : '';
  const version = random.chance(0.94) ? 'HTTP/1.1' : random.pick(['HTTP/1.0', 'HTTP/9.9', '', 'HTTP/2.0']);
  const headers = Array.from({ length: random.below(4) }, () => header(random));
  return [
    `${random.pick(methods)} ${path}${query} ${version}`,
    'Host: localhost',
    'Connection: close',
    ...headers,
    '',
    '',
  ].join(random.chance(0.97) ? '\r\n' : '\n');
}
