import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryFile } from '../../edition/files/frontmatter.ts';
import { hasEnglishTexts } from '../../edition/texts/english-text.ts';
import { readEdition } from '../../edition/read-edition.ts';
import { readFacetNames, readGlossary } from '../../edition/vocabulary.ts';
import type { Block } from '../format/block.ts';
import { termId } from '../../lib/book/term-id.ts';
import { aliasesByLanguage, shownAliases } from '../../lib/book/term-spellings.ts';
import { traditional } from '../../lib/language/traditional.ts';
import type { Chapter } from '../../schemas/chapter.ts';
import type { Rule } from '../../schemas/rule.ts';
import type { SearchEntry } from './entry.ts';
import { facetsOfEntry } from './facets.ts';
import { readPage } from './read-page.ts';

/** Where a build finds what it indexes. */
export interface Sources {
  /** Built pages. */
  distDir: string;
  /** Ingested files that the pages were made from. */
  contentDir: string;
  /** Reads an entry's text. Default: from its built page. */
  blocksOf?: (folder: string, id: string, language?: 'en') => Promise<Block[]>;
}

/** An entry's text as its built page shows it. */
const builtBlocks =
  (distDir: string) =>
  async (folder: string, id: string, language?: 'en'): Promise<Block[]> => {
    const place = language === 'en' ? join('en', folder) : folder;
    return readPage(await readFile(join(distDir, place, id, 'index.html'), 'utf8'), language);
  };

/** As much of a section without a heading as tells it from others. */
const untitledLength = 24;

/** Keywords with the number as printed among them: 第二十二条. */
const withLabel = ({ label, keywords }: Pick<Rule, 'label' | 'keywords'>): Rule['keywords'] =>
  label === undefined ? keywords : { ...keywords, zh: [label, ...(keywords?.zh ?? [])] };

/** A part of the book as its first chapters' pages name it: 下篇 茶室. */
const partOf = (part: Chapter['part']): string =>
  part === undefined ? '' : [part.label, part.title.zh].filter((text) => text !== undefined).join(' ');

/**
 * Everything that can be found on a built site, in reading order.
 *
 * @throws A `ZodError` on malformed frontmatter, ENOENT if a page was not built.
 */
export async function readEntries({
  distDir,
  contentDir,
  blocksOf = builtBlocks(distDir),
}: Sources): Promise<SearchEntry[]> {
  const names = readFacetNames(contentDir);
  const edition = await readEdition(contentDir);
  const inEnglish = hasEnglishTexts(contentDir);
  const withBlocks = <T extends { id: string }>(folder: string, files: EntryFile<T>[]) =>
    Promise.all(
      files.map(async ({ data }) => {
        const blocks = await blocksOf(folder, data.id);
        const english = inEnglish ? await blocksOf(folder, data.id, 'en') : [];
        return { data, texts: { blocks, ...(english.length > 0 && { english }) } };
      }),
    );
  const chapters = await withBlocks('chapters', edition.chapters);
  const rules = await withBlocks('rules', edition.rules);
  const cases = await withBlocks('cases', edition.cases);
  const write = edition.names.language === 'zh-Hant' ? traditional : undefined;
  const front = await Promise.all(
    edition.front.map(async ({ data }, index) => {
      const id = String(index + 1).padStart(2, '0');
      const english = inEnglish ? await blocksOf('front', id, 'en') : [];
      return {
        data,
        id,
        texts: { blocks: await blocksOf('front', id), ...(english.length > 0 && { english }) },
      };
    }),
  );
  return [
    ...chapters.map(({ data, texts }): SearchEntry => {
      const { epigraph, part, ...rest } = data;
      const motto = epigraph ? [epigraph.text.zh, epigraph.by?.zh ?? ''].filter(Boolean) : [];
      return {
        ...rest,
        type: 'chapter',
        facets: facetsOfEntry(data.id, undefined, names),
        keywords: withLabel(data),
        ...texts,
        blocks: [
          ...[partOf(part), ...motto].filter(Boolean).map((text): Block => ['', text]),
          ...texts.blocks,
        ],
      };
    }),
    ...rules.map(({ data, texts }): SearchEntry => ({
      ...data,
      keywords: withLabel(data),
      type: 'rule',
      facets: facetsOfEntry(data.id, undefined, names),
      ...texts,
    })),
    ...cases.map(({ data, texts }): SearchEntry => ({
      ...data,
      type: 'case',
      facets: facetsOfEntry(data.id, data.facets, names, write),
      ...texts,
    })),
    ...readGlossary(contentDir).map((term): SearchEntry => ({
      type: 'term',
      id: termId(term.en),
      title: { zh: term.term, en: term.en },
      summary: { zh: term.zh, en: term.gloss },
      // NPS is typed on Chinese pages too.
      keywords: { zh: shownAliases(term), en: aliasesByLanguage(term).en },
      blocks: [],
    })),
    ...front.map(({ data, id, texts }): SearchEntry => {
      const { heading } = data;
      const beginning = ([first]: readonly Block[] = []) => first?.[1].slice(0, untitledLength);
      const zh = heading ?? beginning(texts.blocks) ?? id;
      const en = heading === undefined ? beginning(texts.english) : edition.headings?.[heading];
      return { type: 'front', id, title: en === undefined ? { zh } : { zh, en }, ...texts };
    }),
  ];
}
