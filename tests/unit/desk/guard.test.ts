import { expect, test } from 'vitest';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasToken, refusalOf } from '../../../scripts/desk/server/guard.ts';
import { keepSource, safeName } from '../../../scripts/desk/server/new-book.ts';

const port = 4321;
const refused = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  refusalOf({ headers, method: 'POST', socket: { remoteAddress } as never }, port);
const own = { host: 'localhost:4321' };

test('this machine’s own names and page are let in', () => {
  for (const host of ['localhost:4321', '127.0.0.1:4321', '[::1]:4321', 'LOCALHOST:4321'])
    expect(refused({ host })).toBeUndefined();
  expect(
    refused({ ...own, origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' }),
  ).toBeUndefined();
  expect(refused(own, '::1')).toBeUndefined();
});

test.for([
  ['a name that another site has lead here', { host: 'evil.example:4321' }],
  ['such a name that starts as an own one', { host: 'localhost.evil.example:4321' }],
  ['another port', { host: 'localhost:80' }],
  ['no port', { host: 'localhost' }],
  ['no host', {}],
  ['a host with a user', { host: 'localhost:4321@evil.example' }],
  ['another site’s page', { ...own, origin: 'http://evil.example' }],
  ['another port’s page', { ...own, origin: 'http://localhost:4322' }],
  ['a sandboxed page', { ...own, origin: 'null' }],
  ['an https page of the same name', { ...own, origin: 'https://localhost:4321' }],
  ['a picture on another page', { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  [
    'a frame on another page',
    { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ],
] as [string, Record<string, string>][])('refused: %s', ([, headers]) => {
  expect(refused(headers)).toBeDefined();
});

test('another machine is refused', () => {
  expect(refused(own, '192.168.1.7')).toBe('not from this machine');
  expect(refused(own, '::ffff:10.0.0.1')).toBe('not from this machine');
});

test('the token is compared whole, in the header before the address', () => {
  const has = (header: string | undefined, query: string) =>
    hasToken(
      { headers: header === undefined ? {} : { 'x-desk-token': header } },
      new URLSearchParams(query),
      'secret-token',
    );
  expect(has('secret-token', '')).toBe(true);
  expect(has(undefined, 'token=secret-token')).toBe(true);
  for (const wrong of ['', 'secret', 'secret-tokens', 'SECRET-TOKEN', '密']) {
    expect(has(wrong, 'token=secret-token')).toBe(false);
    expect(has(undefined, `token=${wrong}`)).toBe(false);
  }
});

test.for([
  '../../etc/passwd.txt',
  '..\\..\\boot.txt',
  '/etc/cron.txt',
  'C:\\x\\y.txt',
  '....txt',
  'a\0b.txt',
  'con.txt',
  `${'长'.repeat(300)}.txt`,
  '\u202etxt.exe.txt',
])('a dropped file named %j stays in its folder', (name) => {
  const work = mkdtempSync(join(tmpdir(), 'work-'));
  const safe = safeName(name);
  if (safe !== undefined) expect(safe).not.toMatch(/[/\\\0\u202e]|^\./);
  const path = keepSource(work, name, Buffer.from('文'));
  if (path === undefined) return;
  expect(path.startsWith(`${work}/`)).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('文');
});

test('a file of another kind is none; two books of one name have folders of their own', () => {
  const work = mkdtempSync(join(tmpdir(), 'work-'));
  expect(keepSource(work, 'run.exe', Buffer.from('x'))).toBeUndefined();
  const first = keepSource(work, 'book.txt', Buffer.from('一'));
  expect(keepSource(work, 'book.txt', Buffer.from('一'))).toBe(first);
  keepSource(work, 'book.txt', Buffer.from('二'));
  expect(readdirSync(work).sort()).toEqual(['book', 'book-2']);
});
