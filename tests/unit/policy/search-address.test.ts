import { afterEach, expect, test, vi } from 'vitest';
import { contentPolicy } from '../../../src/policy/content-policy.ts';
import { searchAddress } from '../../../src/policy/search-address.ts';

afterEach(() => vi.unstubAllEnvs());

test.for([
  ['https://search.example.org', 'https://search.example.org/'],
  ['https://search.example.org/search-engine', 'https://search.example.org/search-engine/'],
  ['HTTPS://Search.Example.org:8443/a/', 'https://search.example.org:8443/a/'],
  ['http://[::1]:9200/', 'http://[::1]:9200/'],
  ['/search-engine/', '/search-engine/'],
  ['/a/b-c', '/a/b-c/'],
] as const)('%s is where an engine answers', ([text, address]) => {
  expect(searchAddress(text)).toBe(address);
});

test.for([
  '',
  'search.example.org',
  '//search.example.org/',
  '/../up/',
  '/a b/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'https://user:password@search.example.org/',
  'https://search.example.org/?q=1',
  'https://search.example.org/#a',
  'https://search.example.org;script-src */',
  'https://a;b.example.org/',
  "https://a'b.example.org/",
  'https://*.example.org/',
  'https://a,b.example.org/',
])('%s is no address of an engine', (text) => {
  expect(searchAddress(text)).toBeUndefined();
});

const connects = (policy: string): string | undefined =>
  policy.split(';').find((part) => part.startsWith('connect-src'));

test('a page may ask the origin of the engine, and no other one', () => {
  vi.stubEnv('SEARCH_URL', 'https://search.example.org:8443/search-engine/');
  for (const kind of ['page', 'shelf', 'headers'] as const)
    expect(connects(contentPolicy(kind))).toBe("connect-src 'self' https://search.example.org:8443");
  for (const kind of ['embed', 'offline', 'redirect'] as const)
    expect(contentPolicy(kind)).not.toContain('example.org');
});

test.for([undefined, '/search-engine/', 'https://a;b/'])(
  'a page asks the site alone where the engine is %s',
  (url) => {
    vi.stubEnv('SEARCH_URL', url);
    for (const kind of ['page', 'shelf', 'headers'] as const)
      expect(connects(contentPolicy(kind))).toBe("connect-src 'self'");
  },
);
