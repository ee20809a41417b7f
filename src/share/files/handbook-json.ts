import type { Localized } from '../../schemas/localized.ts';
import { absolute, entryPath, permanentAddress, type SiteRoot } from '../../lib/book/addresses.ts';
import type { Edition } from '../../edition/read-edition.ts';
import { parentIdOf } from '../../lib/book/parent-id.ts';
import { handbookVersion, type Handbook } from './handbook-schema.ts';

/** The index of an edition for other tools. */
export function toHandbook({ names, chapters, rules, cases, english }: Edition, root: SiteRoot): Handbook {
  const common = (
    kind: 'chapter' | 'rule' | 'case',
    entry: { id: string; permalink: string; title: Localized },
  ) => ({
    id: entry.id,
    title: entry.title,
    address: `${root.base}${entryPath(kind, entry.id)}`,
    permalink: entry.permalink,
    languages: english?.has(entry.permalink) ? (['zh', 'en'] as const).slice() : ['zh' as const],
    url: permanentAddress(root, entry.permalink),
  });
  const tellers = new Map([...chapters, ...rules].map(({ data }) => [data.id, data]));
  return {
    $schema: absolute(root, 'handbook.schema.json'),
    version: handbookVersion,
    title: names.title,
    url: absolute(root, ''),
    chapters: chapters.map(({ data }) => ({
      ...common('chapter', data),
      ...described(data),
      number: data.number,
      ...(data.label === undefined ? {} : { label: data.label }),
      ...(data.part === undefined ? {} : { part: data.part }),
      page: data.page,
    })),
    rules: rules.map(({ data }) => ({
      ...common('rule', data),
      ...described(data),
      number: data.number,
      ...(data.label === undefined ? {} : { label: data.label }),
      chapter: data.chapter,
      status: data.status,
      page: data.page,
    })),
    cases: cases.map(({ data }) => ({
      ...common('case', data),
      ...described(data),
      number: `${String(tellers.get(parentIdOf(data))?.number ?? parentIdOf(data))}-${data.id.split('-').at(-1) ?? ''}`,
      ...(data.rule === undefined ? { chapter: parentIdOf(data) } : { rule: data.rule }),
      kind: data.kind,
      ...(data.basis === undefined ? {} : { basis: data.basis }),
      ...(data.facets === undefined ? {} : { facets: data.facets }),
      page: tellers.get(parentIdOf(data))?.page ?? null,
    })),
  };
}

/** Summary and keywords, if there are any. */
function described<S, K>({ summary, keywords }: { summary?: S | undefined; keywords?: K | undefined }) {
  return { ...(summary === undefined ? {} : { summary }), ...(keywords === undefined ? {} : { keywords }) };
}
