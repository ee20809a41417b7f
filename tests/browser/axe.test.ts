import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations, openWhole } from '../../scripts/audit/axe.ts';
import { pageTypes, themes, widths } from '../../scripts/audit/page-types.ts';
import { openSite, type Site } from './site.ts';
import { must } from '../../src/lib/must.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// Each type is looked at once, so that over all types every theme meets every width in both languages;
// `npm run audit` looks at each type in all of them.
const looks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));
const samples = Object.values(pageTypes).map((path, index) => ({
  path: index % 2 === 1 && path.endsWith('/') ? `/en${path}` : path,
  look: must(looks[(index * 2) % looks.length]),
}));

/** Of what a page has many of, in a list or a table, leave the first ones: axe takes as long over each of a thousand. */
const shorten = (page: Page) =>
  page.evaluate(() => {
    const few = 8;
    for (const place of document.body.querySelectorAll('*'))
      for (const child of place.querySelectorAll(`:scope > :nth-of-type(n + ${String(few + 1)})`))
        child.remove();
  });

test.for(samples)('axe finds nothing on $path, $look.theme at $look.width px', async ({ path, look }) => {
  const page = await site.nextReader();
  await openWhole(page, site.at(path));
  await shorten(page);
  expect(await findViolations(page, [look])).toEqual([]);
});
