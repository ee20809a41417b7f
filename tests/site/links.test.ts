import { beforeAll, expect, test } from 'vitest';
import { attributes, builtPages, builtPaths } from './dist.ts';
import { must } from '../../src/lib/must.ts';

let pages: ReadonlyMap<string, string>;
let paths: Set<string>;
beforeAll(() => {
  pages = builtPages();
  paths = builtPaths();
});

const origin = 'http://site.test';

test('every link inside the site leads to a page, and to a place on it', () => {
  const ids = new Map([...pages].map(([path, html]) => [path, new Set(attributes(html, 'id'))]));
  const broken = new Set<string>();
  for (const [path, html] of pages) {
    for (const href of attributes(html, 'href')) {
      const url = new URL(href, origin + path);
      if (url.origin !== origin) continue;
      const target = decodeURI(url.pathname);
      const hash = decodeURIComponent(url.hash.slice(1));
      if (!paths.has(target)) broken.add(`${path} → ${href}`);
      else if (hash !== '' && ids.get(target)?.has(hash) === false) broken.add(`${path} → ${href}`);
    }
  }
  expect([...broken].slice(0, 20)).toEqual([]);
});

test('no page asks anything of another origin', () => {
  const asked =
    /<(?:script|img|iframe|source|video|audio|link(?=[^>]*rel="(?:stylesheet|preload|icon|manifest|modulepreload|preconnect|dns-prefetch)"))[^>]*?(?:src|href)="((?:https?:)?\/\/[^"]+)"/g;
  const foreign = [...pages].flatMap(([path, html]) =>
    [...html.matchAll(asked)].map(([, url]) => `${path} → ${must(url)}`),
  );
  const styled = [...pages]
    .filter(([, html]) => /url\(["']?(?:https?:)?\/\//.test(html))
    .map(([path]) => path);
  expect([...foreign, ...styled]).toEqual([]);
});
