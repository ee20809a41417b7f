import { bigrams } from '../../lib/bigrams.ts';
import { must } from '../../lib/must.ts';
import { pushTo } from '../../lib/push-to.ts';

/** What relatedness is computed from: an id and weighted terms. */
export interface Described {
  id: string;
  keywords: readonly string[];
  /** Prose about the entry: title, summary. */
  text: string;
}

export interface Relation {
  id: string;
  /** Keywords that both have. */
  shared: string[];
}

const hanBigrams = (text: string): string[] =>
  (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => bigrams(run));

/**
 * For each entry, the most similar ones, the best first. Similarity is the cosine of TF-IDF vectors over keywords, which
 * weigh most, and over character bigrams of titles and summaries, which help if editors chose different keywords.
 */
export function relate(entries: readonly Described[], limit: number): Map<string, Relation[]> {
  const vectors = entries.map(({ keywords, text }) => {
    const counts = new Map<string, number>();
    for (const keyword of keywords) counts.set(`k:${keyword}`, 4);
    for (const bigram of hanBigrams(`${text} ${keywords.join(' ')}`)) {
      counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
    }
    return counts;
  });
  const frequency = new Map<string, number>();
  for (const vector of vectors) {
    for (const term of vector.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const weighted = vectors.map((vector) => {
    const weights = new Map<string, number>();
    let norm = 0;
    for (const [term, count] of vector) {
      const weight = Math.sqrt(count) * Math.log(entries.length / must(frequency.get(term)));
      weights.set(term, weight);
      norm += weight * weight;
    }
    return { weights, norm: Math.sqrt(norm) || 1 };
  });
  // Only pairs of entries that share a term are compared. Most share none.
  const having = new Map<string, { at: number; weight: number }[]>();
  for (const [at, { weights }] of weighted.entries())
    for (const [term, weight] of weights) pushTo(having, term, { at, weight });
  return new Map(
    entries.map((entry, index) => {
      const { weights, norm } = must(weighted[index]);
      const sums = new Map<number, number>();
      for (const [term, weight] of weights)
        for (const { at, weight: other } of having.get(term) ?? [])
          sums.set(at, (sums.get(at) ?? 0) + weight * other);
      const likest = [...sums]
        .filter(([at]) => at !== index)
        .map(([at, sum]) => ({ at, score: sum / (norm * must(weighted[at]).norm) }))
        .filter(({ score }) => score > 0.04)
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, limit);
      return [
        entry.id,
        likest.map(({ at }) => {
          const { id, keywords } = must(entries[at]);
          return { id, shared: keywords.filter((keyword) => entry.keywords.includes(keyword)) };
        }),
      ];
    }),
  );
}
