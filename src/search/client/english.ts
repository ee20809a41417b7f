import { findExactly, type Found } from '../../lib/search/ladder.ts';
import type { Query } from '../../lib/search/query.ts';
import { fold } from '../../lib/search/fold.ts';
import type { EngineHit } from './engine.ts';
import type { OpenIndex } from './open-index.ts';

/** The part of an English word that its inflections share, near enough to mark them: `customers` marks “customer”. */
const stem = (word: string): string => {
  const cut = word.replace(/(?:ies|ing|ed|es|s|y|e)$/u, '');
  return cut.length >= 3 ? cut : word;
};

async function wordHits(words: readonly string[], { engine }: OpenIndex): Promise<Map<string, EngineHit[]>> {
  const hits = await Promise.all(words.map((word) => engine!.search(word)));
  return new Map(words.map((word, position) => [word, hits[position]!]));
}

/** Points for a title that says just what was typed, or begins with it, before Pagefind's own score. */
function titlePoints(title: string, query: string): number {
  const folded = fold(title);
  return folded === query ? 3000 : folded.startsWith(query) ? 2000 : folded.includes(query) ? 1000 : 0;
}

/**
 * Look for English words as Pagefind does, stemmed and by its ranking, except that a word no page has is never passed over
 * in silence: then the rung is `english-any`, and `missing` names it.
 */
export async function findEnglish(query: Query, index: OpenIndex): Promise<Found | undefined> {
  const words = [...query.quoted, ...query.parts];
  if (words.length === 0) return undefined;
  if (!index.engine) {
    const found = await findExactly(query, index.phrases);
    return found && { ...found, rung: 'english' };
  }
  const byWord = await wordHits(words, index);
  const known = words.filter((word) => byWord.get(word)!.length > 0);
  if (known.length === 0) return undefined;
  const together = await index.engine.search(known.join(' '));
  const complete = known.length === words.length && together.length > 0;
  const hits = together.length > 0 ? together : known.flatMap((word) => byWord.get(word)!);
  const unwanted = new Set(
    (await Promise.all(query.excluded.map((word) => index.engine!.search(word)))).flat().map(({ p }) => p),
  );
  const titles = new Map((index.records ?? []).map(({ page, title }) => [page, title]));
  const typed = words.join(' ');
  const scores = new Map<string, number>();
  for (const { p, s } of hits) {
    if (unwanted.has(p)) continue;
    scores.set(p, (scores.get(p) ?? titlePoints(titles.get(p) ?? '', typed)) + s);
  }
  return {
    rung: complete ? 'english' : 'english-any',
    terms: known.map(stem),
    ranked: [],
    pages: new Map([...scores.keys()].map((page) => [page, []])),
    scores,
    missing: words.filter((word) => !known.includes(word)),
  };
}
