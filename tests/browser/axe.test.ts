import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../../scripts/audit/axe.ts';
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

test.for(samples)('axe finds nothing on $path, $look.theme at $look.width px', async ({ path, look }) => {
  const page = await site.nextReader();
  expect(await findViolations(page, site.at(path), [look])).toEqual([]);
});
