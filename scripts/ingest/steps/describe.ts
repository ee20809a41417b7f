import { markerOf } from './case-markers.ts';
import type { Entries } from './entries.ts';
import { facetsOf } from './facets.ts';
import type { FindKeywords } from './keywords-thread.ts';
import { simplified } from './simplified.ts';
import { summarise } from './summarise.ts';

/** Add what can be drawn from the text itself: summaries, keywords and, for cases, facets. Entries without text get none. */
export async function describe(entries: Entries, findKeywords: FindKeywords): Promise<Entries> {
  const bodies = new Map(
    [...entries.rules, ...entries.cases].map((entry) => [entry, paragraphsOf(entry.blocks)]),
  );
  const told = new Map<string, string[]>();
  for (const entry of entries.cases)
    told.set(entry.data.rule, [...(told.get(entry.data.rule) ?? []), ...bodies.get(entry)!]);
  const texts = new Map(
    [...bodies].map(([entry, body]) => [
      entry,
      [...body, ...(entry.kind === 'rule' ? (told.get(entry.data.id) ?? []) : [])],
    ]),
  );
  const described = [...texts].filter(([, text]) => text.length > 0);
  const keywords = await findKeywords(
    described.map(([entry, text]) => [entry.data.title.zh, ...text].join('\n')),
  );
  const keywordsBy = new Map(described.map(([entry], index) => [entry, keywords[index]!]));
  return {
    ...entries,
    chapters: entries.chapters.map((entry) => {
      const summary = summarise(paragraphsOf(entry.blocks), 'argument');
      return summary === undefined ? entry : { ...entry, data: { ...entry.data, summary: { zh: summary } } };
    }),
    rules: entries.rules.map((entry) => {
      const text = texts.get(entry)!;
      if (text.length === 0) return entry;
      const body = bodies.get(entry)!;
      const summary = summarise(body.length > 0 ? body : text, 'argument')!;
      return {
        ...entry,
        data: { ...entry.data, summary: { zh: summary }, keywords: { zh: keywordsBy.get(entry)! } },
      };
    }),
    cases: entries.cases.map((entry) => {
      const text = bodies.get(entry)!;
      const facets = facetsOf(text);
      return {
        ...entry,
        data: {
          ...entry.data,
          summary: { zh: summarise(text, 'story')! },
          keywords: { zh: keywordsBy.get(entry)! },
          ...(facets ? { facets } : {}),
        },
      };
    }),
  };
}

/** The running text of a body, labelled blocks and marker words excepted. */
function paragraphsOf(blocks: Entries['rules'][number]['blocks']): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    return [block.text.slice(markerOf(simplified(block.text))?.inline ?? 0)];
  });
}
