import { createHash } from 'node:crypto';
import { getEntry } from 'astro:content';
import { contentDir } from '../edition/files/environment.ts';
import { hasEnglishTexts, readEnglishText } from '../edition/texts/english-text.ts';
import { handKeptFiles, handKeptText } from '../edition/files/hand-kept.ts';
import { declareShown } from '../freshness/shown.ts';
import type { Language } from '../i18n/languages.ts';
import { link } from '../i18n/links.ts';
import { plainEntries } from './book.ts';
import { getFacetsOfCase } from './facets.ts';
import { getFront } from './front.ts';
import { getFormer } from './ledger.ts';
import { memo } from './memo.ts';
import { getNames } from './names.ts';
import { getRelated } from './related.ts';
import { getSourceName } from './report.ts';
import { slot } from './texts.ts';

const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 24);

/** Content that any page may show: names of the book and its entries, and everything kept by hand. */
const getCommon = memo(async () =>
  hash([
    await getNames(),
    await plainEntries(),
    await getFront(),
    await getSourceName(),
    hasEnglishTexts(contentDir),
    handKeptFiles.map((name) => handKeptText(contentDir, name)),
    [
      process.env['SITE_URL'],
      process.env['BASE_PATH'],
      process.env['SEARCH_URL'],
      process.env['SEARCH_BOOK'],
    ],
  ]),
);

/** Everything that `rules/01-02`, `related/01-02` or `former/rules/01-02/` includes. */
async function contentOf(name: string): Promise<unknown> {
  const [, kind = '', rest = ''] = /^(\w+)\/(.*)$/.exec(name) ?? [];
  if (kind === 'former') return await getFormer(`/${rest}`);
  if (kind === 'related') return (await getRelated(rest)).map(({ rule, shared }) => [rule.id, shared]);
  if (kind !== 'chapters' && kind !== 'rules' && kind !== 'cases')
    throw new Error(`A page's key can't be made of ${name}.`);
  const entry = await getEntry(kind, rest);
  return [
    entry?.data,
    entry?.rendered?.html,
    entry && readEnglishText(contentDir, kind, entry.data.permalink)?.paragraphs,
    kind === 'cases' ? await getFacetsOfCase(rest) : undefined,
  ];
}

/** These names and those of the cases in the texts. A text edited by hand may contain a case of another rule. */
async function withPlaced(shows: readonly string[]): Promise<string[]> {
  const placed = shows.map(async (name) => {
    const [, kind, id = ''] = /^(rules|chapters)\/(.*)$/.exec(name) ?? [];
    if (kind !== 'rules' && kind !== 'chapters') return [];
    const html = (await getEntry(kind, id))?.rendered?.html ?? '';
    return [...html.matchAll(new RegExp(slot, 'g'))].map(([, placedId]) => `cases/${placedId}`);
  });
  return [...new Set([...shows, ...(await Promise.all(placed)).flat()])];
}

const hashes = new Map<string, Promise<string>>();
const hashOf = (name: string): Promise<string> => {
  const known = hashes.get(name) ?? contentOf(name).then(hash);
  hashes.set(name, known);
  return known;
};

/**
 * The key of a page. If it and the code are the same as in the last build, the page is too.
 * @param shows the content of this page that not all pages have: `rules/01-02`, `cases/01-02-1`, `chapters/01`, `related/01-02`, `former/rules/01-02/`
 */
export async function pageKey(lang: Language, path: string, shows: readonly string[]): Promise<string> {
  const all = await withPlaced(shows);
  declareShown(link(lang, path), all);
  return hash([await getCommon(), await Promise.all(all.map(hashOf))]);
}
