import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';
import { attributes, builtPages } from './dist.ts';
import { must } from '../../src/lib/must.ts';

/** Pages with the site's header and footer: redirects and embedded pages have none. */
let pages: [string, string][];
beforeAll(() => {
  pages = [...builtPages()].filter(([path]) => !/^\/(?:en\/)?(?:embed|r|pagefind)\//.test(path));
});

const failing = (holds: (html: string, path: string) => boolean) =>
  pages.filter(([path, html]) => !holds(html, path)).map(([path]) => path);

test('headings go down one level at a time, below one first heading', () => {
  const outline = (html: string) => [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  expect(
    failing((html) => {
      const levels = outline(html.slice(html.indexOf('<main')));
      return (
        levels.filter((level) => level === 1).length === 1 &&
        levels.every((level, index) => index === 0 || level <= must(levels[index - 1]) + 1)
      );
    }),
  ).toEqual([]);
});

test('every page has a language, a title and a description, and no id twice', () => {
  expect(
    failing((html, path) => {
      const ids = attributes(html, 'id');
      return (
        html.includes(`<html lang="${path.startsWith('/en/') ? 'en' : 'zh-Hans'}"`) &&
        /<title>[^<]+<\/title>/.test(html) &&
        /<meta name="description" content="[^"]+"/.test(html) &&
        new Set(ids).size === ids.length
      );
    }),
  ).toEqual([]);
});

test('no two pages of a language share a title', () => {
  const titles = Map.groupBy(
    pages,
    ([path, html]) => `${path.startsWith('/en/') ? 'en' : 'zh'} ${/<title>([^<]+)/.exec(html)?.[1] ?? ''}`,
  );
  expect(
    [...titles]
      .filter(([, same]) => same.length > 1)
      .map(([title, same]) => [title, same.map(([path]) => path)]),
  ).toEqual([]);
});

test('a page for search engines names itself and both languages; another asks to be left out', () => {
  expect(
    failing((html, path) => {
      if (html.includes('<meta name="robots" content="noindex')) return !html.includes('rel="canonical"');
      const place = path.replace(/^\/en\//, '/');
      const alternates = new Map(
        [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
          ([, lang, href]) => [lang, new URL(must(href)).pathname],
        ),
      );
      return (
        html.includes('<link rel="canonical"') &&
        alternates.get('zh-Hans') === place &&
        alternates.get('x-default') === place &&
        alternates.get('en') === `/en${place}`
      );
    }),
  ).toEqual([]);
});

test('the sitemap names each page in both languages, and the Chinese one for readers of neither', () => {
  const sitemap = readFileSync(join(siteEnvironment().distDir, 'sitemap-0.xml'), 'utf8');
  const listed = [...sitemap.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = '']) => entry);
  expect(listed.length).toBeGreaterThan(500);
  for (const entry of listed) {
    const links = new Map(
      [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [lang, href]),
    );
    expect([...links.keys()].sort(), entry).toEqual(['en', 'x-default', 'zh-Hans']);
    expect(links.get('x-default')).toBe(links.get('zh-Hans'));
  }
});

test('an English page marks every run of Chinese as Chinese', () => {
  const han = /\p{Script=Han}/u;
  const stray: string[] = [];
  for (const [path, html] of pages) {
    if (!path.startsWith('/en/')) continue;
    const stack: { tag: string; lang: string | undefined }[] = [];
    const body = html.slice(html.indexOf('<body')).replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/g, '');
    for (const [, closing, tag, rest, text] of body.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^>]*)>([^<]*)/g)) {
      if (closing === '/') {
        const open = stack.findLastIndex((element) => element.tag === tag);
        if (open >= 0) stack.length = open;
      } else if (
        !/^(?:meta|link|input|br|hr|img|path|rect|circle)$/.test(must(tag)) &&
        !must(rest).endsWith('/')
      ) {
        stack.push({ tag: must(tag), lang: /\slang="([^"]+)"/.exec(must(rest))?.[1] ?? stack.at(-1)?.lang });
      }
      if (han.test(must(text)) && stack.at(-1)?.lang !== 'zh-Hans')
        stray.push(`${path} <${must(tag)}> ${must(text).trim().slice(0, 30)}`);
    }
  }
  expect(stray.slice(0, 20)).toEqual([]);
});
