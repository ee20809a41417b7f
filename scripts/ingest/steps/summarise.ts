import { sentencesOf } from './sentences.ts';

/** Length of a summary in characters. Whole sentences may overshoot it where none fits. */
const shortest = 40;
const longest = 80;

interface Passage {
  text: string;
  score: number;
}

/**
 * Extract a summary from paragraphs: whole sentences that stand together, 40 to 80 characters where the text allows.
 * For argument, those with the most in common with the rest (centrality), early ones preferred; for a story, its opening.
 */
export function summarise(paragraphs: string[], form: 'argument' | 'story'): string | undefined {
  const split = paragraphs.map(sentencesOf).filter((sentences) => sentences.length > 0);
  if (split.length === 0) return undefined;
  if (form === 'story') return lead(split[0]!);
  const frequency = bigramFrequency(split.flat());
  let best: Passage | undefined;
  split.forEach((sentences, paragraph) => {
    for (const text of passages(sentences)) {
      const score = centrality(text, frequency) * (1 + 0.5 / (1 + paragraph)) * fit(text);
      if (!best || score > best.score) best = { text, score };
    }
  });
  return best?.text;
}

/** The first sentences, as many as make a summary. */
function lead(sentences: string[]): string {
  let text = sentences[0]!;
  for (const sentence of sentences.slice(1)) {
    if (text.length >= shortest || text.length + sentence.length > longest) break;
    text += sentence;
  }
  return text;
}

/** Every run of sentences that is short enough, and every single sentence. */
function* passages(sentences: string[]): Generator<string> {
  for (let first = 0; first < sentences.length; first += 1) {
    let text = '';
    for (let last = first; last < sentences.length; last += 1) {
      text += sentences[last]!;
      if (text.length > longest && last > first) break;
      yield text;
    }
  }
}

/** How well a passage serves as a summary by itself: its length, and no question or speech in it. */
function fit(text: string): number {
  const length =
    text.length < shortest ? (text.length / shortest) ** 2 : text.length > longest ? longest / text.length : 1;
  const asks = /[？?]/.test(text) ? 0.6 : 1;
  const quotes = /[“”「」]/.test(text) ? 0.8 : 1;
  const leans = /^(?:但|而|所以|因此|可是|不过|然而|这|那|他|她|它|也|还|再|另|其)/.test(text) ? 0.7 : 1;
  return length * asks * quotes * leans;
}

/** In how many sentences each pair of neighbouring Han characters occurs. */
function bigramFrequency(sentences: string[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const sentence of sentences)
    for (const pair of bigrams(sentence)) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  return frequency;
}

/** Mean frequency of the passage's pairs in other sentences. */
function centrality(text: string, frequency: Map<string, number>): number {
  const pairs = bigrams(text);
  let sum = 0.1;
  for (const pair of pairs) sum += Math.min(4, frequency.get(pair)! - 1);
  return sum / (pairs.size + 5);
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (let index = 0; index + 1 < run.length; index += 1) pairs.add(run.slice(index, index + 2));
  }
  return pairs;
}
