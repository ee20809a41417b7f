import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startTags, valueOf } from '../../src/lib/html/tags.ts';
import { siteEnvironment } from '../lib/environment.ts';

/** The address that the site is taken to have. */
const origin = 'https://site.invalid';

/** Links that are shown of many. */
const maxShown = 12;

/** What is read of a site's pages. */
class SiteLinks {
  /** The ids on each page. */
  readonly ids = new Map<string, Set<string>>();
  /** Links that lead to the same place from every page, with the first page that has them. Most pages share the same hundred. */
  readonly #shared = new Map<string, string>();
  readonly #others: [page: string, link: string][] = [];

  add(page: string, html: string): void {
    const ids = new Set<string>();
    this.ids.set(page, ids);
    for (const { name: tag, attributes } of startTags(html))
      for (const attribute of attributes) {
        const { name } = attribute;
        if (name === 'id') ids.add(copied(valueOf(attribute)));
        else if ((name === 'href' && tag !== 'base') || name === 'src')
          this.#addLink(page, valueOf(attribute));
      }
  }

  #addLink(page: string, link: string): void {
    if (!/^(?:\/|https?:)/.test(link)) this.#others.push([page, copied(link)]);
    else if (!this.#shared.has(link)) this.#shared.set(copied(link), page);
  }

  /** Every link with a page that has it. */
  *links(): Generator<[page: string, link: string]> {
    for (const [link, page] of this.#shared) yield [page, link];
    yield* this.#others;
  }
}

/** A text of its own: a part of a page would keep all of the page in memory. */
const copied = (part: string): string => ` ${part}`.slice(1);

/**
 * Every link inside a built site that leads to no file or to no place on its page, with a page that has it, and every address outside that
 * the site names.
 */
export async function checkLinks(
  distDir: string,
  base: string,
): Promise<{ broken: string[]; outside: string[] }> {
  const files = (await readdir(distDir, { recursive: true, encoding: 'utf8' })).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const site = new SiteLinks();
  for (const name of files.filter((each) => each.endsWith('.html')))
    site.add(`/${name.replace(/index\.html$/, '')}`, readFileSync(join(distDir, name), 'utf8'));
  const broken = new Set<string>();
  const outside = new Set<string>();
  for (const [page, link] of site.links()) {
    const from = origin + base.slice(0, -1) + page;
    const url = URL.canParse(link, from) ? new URL(link, from) : undefined;
    if (!url) broken.add(`${page} → ${link}`);
    else if (url.origin !== origin) {
      if (/^https?:$/.test(url.protocol)) outside.add(url.origin + url.pathname);
    } else if (!leadsSomewhere(url, distDir, base, site.ids)) broken.add(`${page} → ${link}`);
  }
  return { broken: [...broken], outside: [...outside].sort() };
}

function leadsSomewhere(
  url: URL,
  distDir: string,
  base: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return false;
  const local = path.slice(base.length - 1);
  const onPage = ids.get(local);
  if (!onPage) return existsSync(join(distDir, local.endsWith('/') ? `${local}index.html` : local));
  const place = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/s, '');
  return place === '' || onPage.has(place);
}

/** The same in words. The site's own absolute addresses count as inside. */
export async function describeLinks(distDir: string): Promise<string> {
  const { broken, outside } = await checkLinks(distDir, siteEnvironment().base);
  const own = process.env['SITE_URL'] ?? 'http://localhost:4321';
  const others = outside.filter((address) => !address.startsWith(own));
  const list = (links: string[]) =>
    [
      ...links.slice(0, maxShown),
      ...(links.length > maxShown ? [`… and ${links.length - maxShown} more`] : []),
    ]
      .map((line) => `\n  ${line}`)
      .join('');
  const found =
    broken.length === 0
      ? 'every one inside leads somewhere'
      : `${broken.length} inside lead nowhere:${list(broken)}\n `;
  return `Links: ${found}; ${others.length} lead outside.${list(others)}`;
}
