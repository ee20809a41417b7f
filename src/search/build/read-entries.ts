import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readGlossary } from '../../edition/environment.ts';
import type { Block } from '../format/block.ts';
import { termId } from '../../lib/term-id.ts';
import { caseSchema } from '../../schemas/case.ts';
import { chapterSchema } from '../../schemas/chapter.ts';
import { ruleSchema } from '../../schemas/rule.ts';
import type { SearchEntry } from './entry.ts';
import { fileUnder, readFacetNames } from './facets.ts';
import { readPage } from './read-page.ts';

/** Where a build finds what it indexes. */
export interface Sources {
  /** Built pages. */
  distDir: string;
  /** Ingested files that the pages were made from. */
  contentDir: string;
}

const frontmatter = /^---\n([\s\S]*?)\n---(?:\n|$)/;

async function readFolder<T>(
  { distDir, contentDir }: Sources,
  folder: string,
  schema: { parse: (value: unknown) => T },
): Promise<{ data: T; blocks: Block[] }[]> {
  const path = join(contentDir, folder);
  if (!existsSync(path)) return [];
  const names = (await readdir(path)).filter((name) => name.endsWith('.md')).sort();
  return await Promise.all(
    names.map(async (name) => {
      const source = await readFile(join(path, name), 'utf8');
      const data = schema.parse(parse(frontmatter.exec(source)?.[1] ?? ''));
      const page = join(distDir, folder, name.replace(/\.md$/, ''), 'index.html');
      return { data, blocks: readPage(await readFile(page, 'utf8')) };
    }),
  );
}

/**
 * Everything that can be found on a built site, in reading order.
 *
 * @throws A `ZodError` on malformed frontmatter, ENOENT where a page was not built.
 */
export async function readEntries(sources: Sources): Promise<SearchEntry[]> {
  const names = readFacetNames(sources.contentDir);
  const chapters = await readFolder(sources, 'chapters', chapterSchema);
  const rules = await readFolder(sources, 'rules', ruleSchema);
  const cases = await readFolder(sources, 'cases', caseSchema);
  return [
    ...chapters.map(({ data, blocks }): SearchEntry => {
      const { epigraph, ...rest } = data;
      const motto = epigraph ? [epigraph.text.zh, epigraph.by?.zh ?? ''].filter(Boolean) : [];
      return {
        ...rest,
        type: 'chapter',
        filed: fileUnder(data.id, undefined, names),
        blocks: [...motto.map((text): Block => ['', text]), ...blocks],
      };
    }),
    ...rules.map(({ data, blocks }): SearchEntry => ({
      ...data,
      type: 'rule',
      filed: fileUnder(data.id, undefined, names),
      blocks,
    })),
    ...cases.map(({ data, blocks }): SearchEntry => ({
      ...data,
      type: 'case',
      filed: fileUnder(data.id, data.facets, names),
      blocks,
    })),
    ...readGlossary(sources.contentDir).map(({ term, en, zh, gloss, aliases = [] }): SearchEntry => ({
      type: 'term',
      id: termId(en),
      title: { zh: term, en },
      summary: { zh, en: gloss },
      keywords: { zh: aliases },
      blocks: [],
    })),
  ];
}
