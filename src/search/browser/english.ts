import { correctedWord } from '../query/relax/english-typos.ts';
import { englishWords, joined, stem } from '../query/parse/english-words.ts';
import { findExactly, type Found } from '../query/match/exactly.ts';
import { splitAtPunctuation, type Query } from '../query/parse/query.ts';
import { fold } from '../format/fold.ts';
import type { EngineHit } from './engine.ts';
import type { EnglishIndex, WordSearch } from './opened.ts';

/**
 * Pages that have the word, an inflection of it or a word that begins with it. If Pagefind doesn't know a word,
 * it uses the longest known word that it begins with (“go” for “gong”), so the best page has to confirm the
 * word.
 */
async function pagesWith(
  word: string,
  engine: WordSearch,
  { text: pageText }: EnglishIndex,
): Promise<EngineHit[]> {
  const beginning = stem(word);
  const found = await Promise.all(
    [...new Set([beginning, word])].map(async (form) => {
      const hits = await engine.search(form);
      const [best] = hits;
      if (!best) return [];
      const { title, keywords, blocks } = await pageText(best.page);
      const words = englishWords(
        [title.en ?? '', ...keywords, ...blocks.map(([, block]) => block)].join(' '),
      );
      return words.some((each) => each.startsWith(beginning)) ? hits : [];
    }),
  );
  return best(found.flat());
}

/**
 * Each page once, by its best score, the best first. In Pagefind some words have another stem than expected:
 * “simply” is not found by “simpl…”.
 */
function best(hits: readonly EngineHit[]): EngineHit[] {
  const scores = new Map<number, number>();
  for (const { page, score } of hits) scores.set(page, Math.max(score, scores.get(page) ?? 0));
  return [...scores].map(([page, score]) => ({ page, score })).sort((a, b) => b.score - a.score);
}

/** Points for a title that is, or begins with, what was typed; they go before Pagefind's own score. */
function titlePoints(title: string, query: string): number {
  const folded = fold(title);
  return folded === query ? 3000 : folded.startsWith(query) ? 2000 : folded.includes(query) ? 1000 : 0;
}

/**
 * The words, with each one that is nowhere corrected to a word of the texts; `undefined` if one can't be
 * corrected.
 */
async function mended(
  words: readonly string[],
  known: readonly string[],
  index: EnglishIndex,
): Promise<string[] | undefined> {
  const texts = await index.words();
  const all = words.map((word) => (known.includes(word) ? word : correctedWord(word, texts)));
  const found = all.filter((word) => word !== undefined);
  return found.length === all.length ? found : undefined;
}

/**
 * Look for English words as Pagefind does and by its ranking, except that a word no page has is never ignored
 * silently. It is corrected if it is one mistake away from a word of the texts; else the rung is `english-any`,
 * and `missing` names it.
 */
export async function findEnglish(query: Query, index: EnglishIndex): Promise<Found | undefined> {
  const typed = [...query.quoted, ...query.parts].join(' ');
  const words = splitAtPunctuation(joined(typed));
  if (words.length === 0) return undefined;
  const { search: engine } = index;
  if ('phrase' in engine) {
    const found = await findExactly(query, engine);
    return found && { ...found, rung: 'english' };
  }
  const hitsOf = await Promise.all(words.map((word) => pagesWith(word, engine, index)));
  const byWord = new Map(words.map((word, position) => [word, hitsOf[position] ?? []]));
  const known = words.filter((word) => (byWord.get(word) ?? []).length > 0);
  if (known.length < words.length && query.quoted.length === 0) {
    const parts = await mended(words, known, index);
    const found = parts && (await findEnglish({ ...query, parts }, index));
    if (found) return { ...found, rung: 'typo', terms: parts };
  }
  if (known.length === 0) return undefined;
  const [only] = known;
  const together =
    known.length === 1 && only !== undefined
      ? (byWord.get(only) ?? [])
      : await engine.search(known.map(stem).join(' '));
  const complete = known.length === words.length && together.length > 0;
  const hits = together.length > 0 ? together : known.flatMap((word) => byWord.get(word) ?? []);
  const unwanted = new Set(
    (await Promise.all(query.excluded.map((word) => engine.search(word)))).flat().map(({ page }) => page),
  );
  const records = await index.known();
  const scores = new Map<number, number>();
  for (const { page, score } of hits) {
    if (unwanted.has(page)) continue;
    scores.set(page, (scores.get(page) ?? titlePoints(records.record(page)?.title ?? '', typed)) + score);
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
