import { beforeAll, expect, test } from 'vitest';
import { attributes, builtPages } from './dist.ts';
import { must } from '../../src/lib/must.ts';

let pages: ReadonlyMap<string, string>;
let cases: string[];
let rules: string[];
beforeAll(() => {
  pages = builtPages();
  const ids = (folder: string) =>
    [...pages.keys()]
      .flatMap((path) => new RegExp(`^/${folder}/(\\d[\\d-]*)/$`).exec(path)?.[1] ?? [])
      .sort();
  cases = ids('cases');
  rules = ids('rules');
});

const main = (path: string) => {
  const html = pages.get(path) ?? '';
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
};
/** Ids of the entries that a page's main links to. */
const linked = (path: string, folder: string) =>
  [
    ...new Set(
      attributes(main(path), 'href').flatMap(
        (href) => new RegExp(`/${folder}/(\\d[\\d-]*)/$`).exec(href)?.[1] ?? [],
      ),
    ),
  ].sort();

test.for(['/cases/', '/en/cases/', '/cases/by/chapter/', '/en/cases/by/chapter/'])(
  '%s has every case',
  (path) => {
    expect(cases.length).toBeGreaterThan(0);
    expect(linked(path, 'cases')).toEqual(cases);
  },
);

test('each value of each facet leads to a register where as many cases stand as it says', () => {
  const wrong: string[] = [];
  const values = [
    ...main('/cases/').matchAll(
      /<a href="([^"#]+)#([^"]+)" data-facet="[^"]+"[^>]*>[\s\S]*?<small[^>]*>(\d+)<\/small>/g,
    ),
  ];
  for (const [, path, slug, count] of values) {
    const section =
      new RegExp(`<section aria-labelledby="${must(slug)}"[\\s\\S]*?</section>`).exec(
        main(must(path)),
      )?.[0] ?? '';
    const found = (section.match(/<li[ >]/g) ?? []).length;
    if (found !== Number(count))
      wrong.push(`${must(path)}#${must(slug)}: ${String(found)} instead of ${must(count)}`);
  }
  expect(values.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('the report shows every rule as a square', () => {
  expect(linked('/report/', 'rules')).toEqual(rules);
  expect(linked('/en/report/', 'rules')).toEqual(rules);
});

test.for(['/keywords/', '/en/keywords/', '/glossary/', '/en/glossary/'])(
  '%s has an entry under every letter',
  (path) => {
    const letters = attributes(main(path), 'href').filter((href) => href.startsWith('#letter-'));
    expect(letters.length).toBeGreaterThan(5);
    for (const letter of letters)
      expect(main(path)).toMatch(new RegExp(`id="${letter.slice(1)}"[\\s\\S]*?<(?:li|dt)[ >]`));
  },
);

test('the examples on the editors’ page are highlighted at build, without a colour of their own', () => {
  const page = main('/editors/');
  expect(page).toMatch(/<span class="label"[^>]*>情景<\/span>/);
  expect(page).toMatch(/<span class="heading"[^>]*>先看客户的屋顶<\/span>/);
  expect(page).not.toMatch(/<pre[\s\S]*?style=/);
});

test('the front and back matter can be read from the first page and the about page', () => {
  for (const path of ['/', '/en/', '/about/', '/en/about/']) {
    const sections = linked(path, 'front');
    expect(sections.length).toBeGreaterThan(0);
    for (const id of sections) expect(main(`/front/${id}/`)).toContain('class="prose"');
  }
});
