import { afterAll, beforeAll, expect, test } from 'vitest';
import { findViolations } from '../../scripts/audit/axe.ts';
import { pageTypes, themes, widths } from '../../scripts/audit/page-types.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// Each type is looked at in one theme and width a language, so that over all types every theme meets every width;
// `npm run audit` looks at each type in all of them.
const looks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));
const samples = Object.entries(pageTypes).flatMap(([type, path], index) => [
  { name: type, path, look: looks[(index * 2) % looks.length]! },
  ...(path.endsWith('/')
    ? [{ name: `English ${type}`, path: `/en${path}`, look: looks[(index * 2 + 5) % looks.length]! }]
    : []),
]);

test.for(samples)(
  'axe finds nothing on the $name page, $look.theme at $look.width px',
  async ({ path, look }) => {
    const page = await site.newReader();
    expect(await findViolations(page, site.at(path), [look])).toEqual([]);
    await page.context().close();
  },
);
