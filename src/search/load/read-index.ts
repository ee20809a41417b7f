import { hasShape, isList, isOptional, isText } from '../../lib/guards.ts';
import type { EntryFacets } from '../build/facets.ts';
import type { SearchEntry } from '../build/entry.ts';
import type { IndexHead, IndexLanguage, PageText } from '../format/files.ts';
import { isChineseHead, isEnglishHead, isFacetTable, isPageText } from '../format/guards.ts';
import { chapterOf, facetNames, type FacetTable, type RecordType } from '../format/records.ts';

/** Reads a file of a built site by its path below the site. Throws where it can't. */
export type SiteFile = (path: string) => Promise<Buffer>;

/** A site's index is not as it ought to be. */
export class SiteIndexError extends Error {
  override name = 'SiteIndexError';
}

const isSummary = hasShape<{ zh: string; en?: string | undefined }>({ zh: isText, en: isOptional(isText) });
const isSummarized = isList(
  hasShape<{ id: string; summary?: { zh: string; en?: string | undefined } | undefined }>({
    id: isText,
    summary: isOptional(isSummary),
  }),
);
const isManifest = hasShape({ chapters: isSummarized, rules: isSummarized, cases: isSummarized });

/** Texts that are asked for at once, where each is a file. */
const filesAtOnce = 8;

const nameOf = ({ type, id }: Pick<PageText, 'type' | 'id'>): string => `${type}/${id}`;

async function readJson<T>(
  read: SiteFile,
  path: string,
  isExpected: (value: unknown) => value is T,
): Promise<T> {
  let value: unknown;
  const bytes = await read(path);
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    throw new SiteIndexError(`${path} is not JSON. Publish the site anew.`);
  }
  if (!isExpected(value))
    throw new SiteIndexError(
      `${path} is not as this version writes it. Build the site with the version that loads it.`,
    );
  return value;
}

/** Texts of all pages of an index, in their order. */
async function readTexts(read: SiteFile, language: IndexLanguage, head: IndexHead): Promise<PageText[]> {
  const folder = `pagefind/${language}/`;
  if (head.plain !== undefined) return await readJson(read, folder + head.plain, isList(isPageText));
  const texts: PageText[] = [];
  for (let at = 0; at < head.size; at += filesAtOnce)
    texts.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(filesAtOnce, head.size - at) }, (_, index) =>
          readJson(read, `${folder}${head.texts}/${String(at + index)}.json`, isPageText),
        ),
      )),
    );
  return texts;
}

/** Summaries of pages, by their names. */
async function readSummaries(read: SiteFile): Promise<Map<string, NonNullable<SearchEntry['summary']>>> {
  const { chapters, rules, cases } = await readJson(read, 'handbook.json', isManifest);
  const all: [RecordType, typeof chapters][] = [
    ['chapter', chapters],
    ['rule', rules],
    ['case', cases],
  ];
  return new Map(
    all.flatMap(([type, entries]) =>
      entries.flatMap(({ id, summary }) => (summary ? [[nameOf({ type, id }), summary] as const] : [])),
    ),
  );
}

function facetsAt(position: number, { type, id }: PageText, { positions, labels }: FacetTable): EntryFacets {
  const slugs: EntryFacets['slugs'] = { chapter: [chapterOf(id)] };
  if (type === 'case')
    for (const name of facetNames) {
      const values = Object.entries(positions[name] ?? {})
        .filter(([, all]) => all.includes(position))
        .map(([value]) => value);
      if (values.length > 0) slugs[name] = values;
    }
  return { slugs, labels };
}

/** Blocks without the summary, which comes first if there is one. */
const withoutSummary = ({ blocks }: PageText, summary: string | undefined): PageText['blocks'] =>
  summary !== undefined && blocks[0]?.[0] === '' && blocks[0][1] === summary ? blocks.slice(1) : blocks;

/**
 * Everything that can be found on a built site, read from its search index. For handbooks of which only the
 * site is at hand.
 *
 * @throws SiteIndexError if there is no such index; other errors are those of `read`
 */
export async function readIndexedEntries(read: SiteFile): Promise<SearchEntry[]> {
  const head = await readJson(read, 'pagefind/zh/index.json', isChineseHead);
  const facetTable = await readJson(read, `pagefind/zh/${head.facets}`, isFacetTable);
  const summaries = await readSummaries(read);
  const englishHead = await readJson(read, 'pagefind/en/index.json', isEnglishHead);
  const english = new Map(
    (await readTexts(read, 'en', englishHead)).map((text) => [nameOf(text), text] as const),
  );
  return (await readTexts(read, 'zh', head)).map((text, position): SearchEntry => {
    const { type, id, title, name, keywords } = text;
    const translated = english.get(nameOf(text));
    const [, short] = text.blocks[0] ?? [];
    const summary =
      type === 'term' && short !== undefined
        ? { zh: short, en: translated?.blocks[0]?.[1] }
        : summaries.get(nameOf(text));
    const inEnglish = translated && withoutSummary(translated, summary?.en);
    const hasFacets = type !== 'term' && type !== 'front';
    return {
      type,
      id,
      title,
      ...(name && { label: name.zh }),
      ...(summary && { summary: { zh: summary.zh, ...(summary.en !== undefined && { en: summary.en }) } }),
      keywords: { zh: keywords, en: translated?.keywords ?? [] },
      ...(hasFacets && { facets: facetsAt(position, text, facetTable) }),
      blocks: withoutSummary(text, summary?.zh),
      ...(inEnglish && inEnglish.length > 0 && { english: inEnglish }),
    };
  });
}
