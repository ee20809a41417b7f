import { append } from '../append.ts';
import { tellerOf } from '../../../src/lib/teller.ts';
import { closeUp } from '../language/close-up.ts';
import { markerOf } from '../language/case-markers.ts';
import type { CaseEntry, Entries, RuleEntry } from '../entries/entry.ts';
import { facetsOf, tellersTrade } from './facets.ts';
import { keywordsOf } from './keywords.ts';
import { simplified } from '../language/simplified.ts';
import { summarise } from './summarise.ts';
import { must } from '../../../src/lib/must.ts';

/** Add what can be drawn from the text itself: summaries, keywords and, for cases, facets. Entries without text get none. */
export function describe(
  entries: Entries,
  findKeywords: (texts: string[]) => string[][] = keywordsOf,
  sum: typeof summarise = summarise,
): Entries {
  const bodies = new Map(
    [...entries.rules, ...entries.cases].map((entry) => [entry, paragraphsOf(entry.blocks)]),
  );
  const caseTexts = new Map<string, string[]>();
  for (const entry of entries.cases) {
    const teller = tellerOf(entry.data);
    const texts = caseTexts.get(teller) ?? [];
    append(texts, bodies.get(entry) ?? []);
    caseTexts.set(teller, texts);
  }
  const texts = new Map(
    [...bodies].map(([entry, body]) => [
      entry,
      [...body, ...(entry.kind === 'rule' ? (caseTexts.get(entry.data.id) ?? []) : [])],
    ]),
  );
  const described = [...texts].filter(([, text]) => text.length > 0);
  const found = findKeywords(described.map(([entry, text]) => [entry.data.title.zh, ...text].join('\n')));
  const summaries = new Map(
    described.map(([entry, text]) => {
      const body = must(bodies.get(entry));
      return [
        entry,
        entry.kind === 'case' ? sum(text, 'story') : sum(body.length > 0 ? body : text, 'argument'),
      ];
    }),
  );
  const trade = tellersTrade(
    entries.rules.map((entry) => must(texts.get(entry)).join('\n')).filter((text) => text !== ''),
  );
  const facets = new Map(entries.cases.map((entry) => [entry, facetsOf(must(bodies.get(entry)), trade)]));
  const keywords = new Map(described.map(([entry], index) => [entry, must(found[index])]));
  const drawnFrom = (entry: RuleEntry | CaseEntry) => {
    const [summary, words] = [summaries.get(entry), keywords.get(entry)];
    return {
      ...(summary === undefined ? {} : { summary: { zh: summary } }),
      ...(words ? { keywords: { zh: words } } : {}),
    };
  };
  return {
    ...entries,
    chapters: entries.chapters.map((entry) => {
      const summary = sum(paragraphsOf(entry.blocks), 'argument');
      return summary === undefined ? entry : { ...entry, data: { ...entry.data, summary: { zh: summary } } };
    }),
    rules: entries.rules.map((entry) => ({ ...entry, data: { ...entry.data, ...drawnFrom(entry) } })),
    cases: entries.cases.map((entry) => {
      const own = facets.get(entry);
      return { ...entry, data: { ...entry.data, ...drawnFrom(entry), ...(own ? { facets: own } : {}) } };
    }),
  };
}

/** The running text of a body, labelled blocks and marker words excepted. */
function paragraphsOf(blocks: Entries['rules'][number]['blocks']): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    return [closeUp(block.text.slice(markerOf(simplified(block.text))?.inline ?? 0))];
  });
}
