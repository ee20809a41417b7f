import { beforeAll, describe, expect, test } from 'vitest';
import { attributes, builtPages } from './dist.ts';

/** Pages that show an entry of the book, in either language. */
const reading = /^\/(?:en\/)?(?:rules|chapters|cases)\/\d[\d-]*\/$/;
let pages: [string, string][];

beforeAll(() => {
  pages = [...builtPages()].filter(([path]) => reading.test(path));
});

/** Paths of the pages that fail, so that a failure names them all. */
const failing = (holds: (html: string, path: string) => boolean) =>
  pages.filter(([path, html]) => !holds(html, path)).map(([path]) => path);
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

test('every entry has its page in both languages', () => {
  const paths = pages.map(([path]) => path);
  const chinese = paths.filter((path) => !path.startsWith('/en/'));
  expect(chinese.length).toBeGreaterThan(0);
  expect(paths.filter((path) => path.startsWith('/en/'))).toEqual(chinese.map((path) => `/en${path}`));
});

describe('on every chapter, rule and case page', () => {
  test('the language is the one of its address', () => {
    expect(
      failing((html, path) => html.includes(`<html lang="${path.startsWith('/en/') ? 'en' : 'zh-Hans'}"`)),
    ).toEqual([]);
  });

  test('there is one main, one first heading and a text for the index', () => {
    expect(failing((html) => count(html, /<main[ >]/g) === 1 && count(html, /<h1[ >]/g) === 1)).toEqual([]);
    expect(
      failing((html) => html.includes('data-pagefind-body') || html.includes('data-status="missing"')),
    ).toEqual([]);
  });

  test('no id stands twice', () => {
    expect(
      failing((html) => {
        const ids = attributes(html, 'id');
        return new Set(ids).size === ids.length;
      }),
    ).toEqual([]);
  });

  test('every name by reference has the element it refers to', () => {
    expect(
      failing((html) => {
        const ids = new Set(attributes(html, 'id'));
        return [...attributes(html, 'aria-labelledby'), ...attributes(html, 'popovertarget')].every((id) =>
          ids.has(id),
        );
      }),
    ).toEqual([]);
  });

  test('the text is in paragraphs with ids', () => {
    expect(
      failing((html) => {
        const prose = /<div class="prose"[^>]*>([\s\S]*?)<(?:\/article>|div id="term-)/.exec(html)?.[1] ?? '';
        return [...prose.matchAll(/<p(?: [^>]*)?>/g)].every(
          ([tag]) => / id="p-[a-z0-9-]+"/.test(tag) || / class="/.test(tag) || / data-\d/.test(tag),
        );
      }),
    ).toEqual([]);
  });

  test('the head names title, description, both languages and itself', () => {
    expect(
      failing((html, path) => {
        const [canonical = ''] = /<link rel="canonical" href="[^"]*"/.exec(html) ?? [];
        const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)"/g)].map(
          ([, lang]) => lang,
        );
        return (
          /<title>[^<]+<\/title>/.test(html) &&
          /<meta name="description" content="[^"]+"/.test(html) &&
          canonical.endsWith(`${path}"`) &&
          ['zh-Hans', 'en', 'x-default'].every((lang) => alternates.includes(lang))
        );
      }),
    ).toEqual([]);
  });

  test('the structured data is sound JSON and names the trail to the page', () => {
    expect(
      failing((html) => {
        const text = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
        const graph = (JSON.parse(text) as { '@graph': { '@type': string }[] })['@graph'];
        return graph.some((node) => node['@type'] === 'BreadcrumbList');
      }),
    ).toEqual([]);
  });
});
