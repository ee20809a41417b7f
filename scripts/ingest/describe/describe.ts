import { parentIdOf } from '../../../src/lib/book/parent-id.ts';
import { closeUp } from '../language/close-up.ts';
import { markerOf } from '../language/case-markers.ts';
import type { Block, CaseEntry, ChapterEntry, Entries, RuleEntry } from '../entries/entry.ts';
import { shareOut } from '../threads/share-out.ts';
import { drawing, type DrawnStory, type DrawnTeller, type Teller } from './drawing.ts';
import { facetsFrom } from './facets.ts';
import { rankWords } from './keywords.ts';
import { authorsTradeBy } from './trades.ts';
import { simplified } from '../language/simplified.ts';
import { must } from '../../../src/lib/must.ts';

/** Draws from each rule and chapter what it says by itself. */
export type Draw = (tellers: Teller[]) => DrawnTeller[];

/**
 * Add what can be drawn from the text itself: summaries, keywords and, for cases, facets. Entries without text get none.
 * @param draw by default, several processors share the work on a long book
 */
export function describe(
  entries: Entries,
  draw: Draw = (tellers) => shareOut(drawing, undefined, tellers),
): Entries {
  const casesOf = Map.groupBy(entries.cases, ({ data }) => parentIdOf(data));
  const tellers = [...entries.rules, ...entries.chapters];
  const drawn = draw(tellers.map((entry) => asTeller(entry, casesOf.get(entry.data.id) ?? [])));
  const ofTeller = new Map(tellers.map((entry, index) => [entry, must(drawn[index])]));
  const ofCase = new Map(
    tellers.flatMap((entry) =>
      (casesOf.get(entry.data.id) ?? []).map((told, index): [CaseEntry, DrawnStory] => [
        told,
        must(must(ofTeller.get(entry)).stories[index]),
      ]),
    ),
  );
  const counted = [...entries.rules, ...entries.cases].flatMap((entry) => {
    const words = (entry.kind === 'rule' ? ofTeller.get(entry) : ofCase.get(entry))?.words;
    return words ? [{ entry, words }] : [];
  });
  const ranked = rankWords(counted.map(({ words }) => words));
  const keywords = new Map(counted.map(({ entry }, index) => [entry, must(ranked[index])]));
  const authorsTrade = authorsTradeBy(drawn.flatMap(({ trades }) => (trades ? [trades] : [])));

  const summaryOf = (entry: ChapterEntry | RuleEntry | CaseEntry) => {
    const summary = (entry.kind === 'case' ? ofCase.get(entry) : ofTeller.get(entry))?.summary;
    return summary === undefined ? {} : { summary: { zh: summary } };
  };
  const keywordsFor = (entry: RuleEntry | CaseEntry) => {
    const words = keywords.get(entry);
    return words ? { keywords: { zh: words } } : {};
  };
  const facetsFor = (entry: CaseEntry) => {
    const facts = ofCase.get(entry)?.facts;
    const facets = facts && facetsFrom(facts, authorsTrade);
    return facets ? { facets } : {};
  };
  return {
    ...entries,
    chapters: entries.chapters.map((entry) => ({ ...entry, data: { ...entry.data, ...summaryOf(entry) } })),
    rules: entries.rules.map((entry) => ({
      ...entry,
      data: { ...entry.data, ...summaryOf(entry), ...keywordsFor(entry) },
    })),
    cases: entries.cases.map((entry) => ({
      ...entry,
      data: { ...entry.data, ...summaryOf(entry), ...keywordsFor(entry), ...facetsFor(entry) },
    })),
  };
}

function asTeller({ kind, data, blocks }: RuleEntry | ChapterEntry, stories: CaseEntry[]): Teller {
  return {
    kind,
    title: data.title.zh,
    body: runningText(blocks),
    stories: stories.map((story) => ({ title: story.data.title.zh, body: runningText(story.blocks) })),
  };
}

/** The paragraphs of a body without labelled blocks, and without the marker of a case (【案例】) at their start. */
function runningText(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    return [closeUp(block.text.slice(markerOf(simplified(block.text))?.inline ?? 0))];
  });
}
