import { oddRequest } from './odd-requests.ts';
import type { Random } from './random.ts';

/** Ways out of a development server's folder that are known of the tools it is made of, and ways to make it ask or open something. */
const attacks = [
  '/@fs/etc/passwd',
  '/@fs/etc/passwd?raw',
  '/@fs/etc/passwd?raw??',
  '/@fs/etc/passwd?import&raw',
  '/@fs/etc/passwd?import&raw??',
  '/@fs/etc/passwd?url&raw',
  '/@fs/etc/passwd?inline&import',
  '/@fs/etc/passwd?.svg?.wasm?init',
  '/@fs//etc/passwd?import&raw',
  '/@fs/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/@fs/..%2f..%2f..%2fetc/passwd?raw',
  '/@fs/x/vite/#/../../../../../etc/passwd',
  '/@fs/etc/passwd#?raw',
  '/@id/etc/passwd?raw',
  '/@id/__x00__/etc/passwd',
  '/@id/file:///etc/passwd',
  '/etc/passwd?raw',
  '//etc/passwd?raw',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/node_modules/.vite/deps/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd.map',
  '/@vite/..%2f..%2f..%2fetc/passwd',
  '/.git/config',
  '/.git/config?raw',
  '/.env?raw',
  '//.env',
  '/.work/x/source/x.txt?raw',
  '/_image?href=file:///etc/passwd&f=png',
  '/_image?href=http://192.0.2.1/x.png&f=png&w=1',
  '/_image?href=/@fs/etc/passwd&f=svg',
  '/_image?href=//192.0.2.1/x.svg&f=svg',
  '/__open-in-editor?file=/etc/passwd',
  '/rules/01-01/?%22%3E%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E',
  '/nothing/<script>alert(1)</script>/?"><script>alert(1)</script>',
  '/desk/../package.json',
  '/desk/..%2fpackage.json',
  '/desk//etc/passwd',
  '/desk/desk.js/../../../package.json',
  '/%zz',
  '/%00',
  '/desk/%zz',
  '/rules/01-01/card.png/../../../../etc/passwd',
  '/pagefind/..%2f..%2fetc/passwd',
  '/pictures/..%2f..%2fpackage.json',
];

/** Names under which a server of this machine must not answer: another site may have them lead here. */
const foreignHosts = (port: number): string[] => [
  `evil.example:${port}`,
  'evil.example',
  `localhost.evil.example:${port}`,
  `127.0.0.1.evil.example:${port}`,
];

const readable = [
  '/',
  '/rules/01-01/',
  '/handbook.json',
  '/pagefind/zh/index.json',
  '/llms-full.txt',
  '/desk/',
  '/desk/desk.js',
  '/@vite/client',
  '/package.json',
  '/src/site.config.ts',
];

const routes = [
  'view',
  'changes',
  'act',
  'undo',
  'redo',
  'settle',
  'details',
  'book',
  'alike',
  'divisions',
  'translations',
  'sheet',
  'take-sheet',
  'constructor',
  '__proto__',
];
const bodies = [
  '{}',
  '',
  '{',
  'null',
  '[]',
  '{"version":0,"action":{"do":"entry","entry":"rule 01-01","fields":{"title":"<script>alert(1)</script>"}}}',
  '{"version":1,"action":{"do":"line","lines":[1],"as":"chapter"}}',
  '{"version":1,"action":{"do":"join","lines":[1,9999999]}}',
  '{"version":1,"action":{"do":"constructor"}}',
  '{"version":-1}',
  '{"version":0,"action":{"__proto__":{"do":"join"}}}',
  '{"line":1e999}',
  '{"line":1}',
  '{"entry":"../../etc/passwd"}',
  '{"since":0,"wait":0}',
  `{"keys":${JSON.stringify(Array.from({ length: 6000 }, () => 'x'))},"state":"done"}`,
  `{"version":0,"bytes":"${'A'.repeat(4000)}"}`,
  '['.repeat(50_000),
];
const strangers = ['Origin: http://evil.example', 'Origin: null', 'Sec-Fetch-Site: cross-site'];

/** A request to the development server, and how it may be answered. */
export interface DevRequest {
  bytes: string;
  /** It is whole, and has to be answered. */
  whole: boolean;
  /** It comes from another site, or without the desk's token: it has to be refused. */
  refused: boolean;
}

/** @param token of the desk, which a part of the requests have: these may be answered, but must break nothing */
export function devRequest(random: Random, port: number, token: string): DevRequest {
  const host = `localhost:${port}`;
  const kind = random.below(4);
  if (kind === 0) return { bytes: oddRequest(random), whole: false, refused: false };
  if (kind === 1)
    return { bytes: request('GET', random.pick(attacks), [`Host: ${host}`]), whole: true, refused: false };
  if (kind === 2)
    return {
      bytes: request('GET', random.pick(readable), [`Host: ${random.pick(foreignHosts(port))}`]),
      whole: true,
      refused: true,
    };
  const trusted = random.chance(0.4);
  const isStrange = !trusted && random.chance(0.5);
  const given = trusted || isStrange ? token : random.pick(['', 'x', token.slice(1), token.toLowerCase()]);
  const body = random.pick(bodies);
  return {
    bytes: request(
      random.pick(['POST', 'POST', 'POST', 'PUT', 'GET', 'DELETE']),
      // A book that is let in would end this server and start another.
      `/desk/api/${random.pick(trusted ? routes : [...routes, 'new-book'])}.json`,
      [
        `Host: ${host}`,
        `X-Desk-Token: ${given}`,
        ...(isStrange ? [random.pick(strangers)] : []),
        `Content-Type: ${random.pick(['application/json', 'application/json', 'text/plain', 'application/octet-stream'])}`,
        `X-File-Name: ${random.pick(['a.txt', '..%2f..%2fx.txt', '%zz', 'x.exe', '.txt'])}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
      ],
      body,
    ),
    whole: true,
    refused: !trusted,
  };
}

const request = (method: string, path: string, headers: string[], body = ''): string =>
  [`${method} ${path} HTTP/1.1`, ...headers, 'Connection: close', '', body].join('\r\n');
