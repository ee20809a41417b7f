import { endsSentence } from '../language/prose.ts';
import { isAnswer, withoutAnswerLabel } from '../language/question.ts';
import { sentencesOf } from '../language/sentences.ts';
import { isSetOut } from '../language/set-out.ts';
import { must } from '../../../src/lib/must.ts';

/** Length of a summary in characters. Whole sentences may overshoot it if none fits. */
const minLength = 40;
const maxLength = 80;

/** A sentence with the pairs of neighbouring Han characters in it, each as one number. */
interface Sentence {
  text: string;
  pairs: Set<number>;
}

/**
 * Extract a summary from paragraphs: consecutive whole sentences, 40 to 80 characters if the text allows. For
 * argument, choose the sentences that share most with the rest (centrality) and prefer early ones. For a story, or
 * for what answers a question, choose its opening.
 */
export function summarise(paragraphs: string[], form: 'argument' | 'story'): string | undefined {
  const chosen = choose(paragraphs, form);
  // An item of a list may be a whole summary.
  return chosen?.replace(/[；，、]$/, '。');
}

function choose(paragraphs: string[], form: 'argument' | 'story'): string | undefined {
  const [first, ...others] = paragraphs;
  if (first !== undefined && form === 'argument' && isAnswer(first) && !isChoice(first)) {
    const [opening] = runningText([withoutAnswerLabel(first), ...others]);
    return opening && lead(sentencesOf(opening));
  }
  const running = runningText(paragraphs);
  if (form === 'story') {
    const split = running.map(sentencesOf).filter((sentences) => sentences.length > 0);
    const opening = split.find((sentences) => !sentences.every(isSpeech)) ?? split[0];
    return opening && lead(opening);
  }
  const split = running.map((paragraph) =>
    sentencesOf(paragraph).map((text): Sentence => ({ text, pairs: pairsOf(text) })),
  );
  const frequency = new Map<number, number>();
  for (const { pairs } of split.flat())
    for (const pair of pairs) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  let best: { text: string; score: number } | undefined;
  split.forEach((sentences, paragraph) => {
    for (const { text, shared, pairs } of passages(sentences, frequency)) {
      const score = (shared / (pairs + 5)) * (1 + 0.5 / (1 + paragraph)) * fit(text);
      if (!best || score > best.score) best = { text, score };
    }
  });
  return best?.text;
}

/**
 * Paragraphs without items of lists, rows, rulers and headings, unless there is nothing else: then the items without
 * their marks, so that a law has summaries, too.
 */
function runningText(paragraphs: string[]): string[] {
  const prose = paragraphs.filter((text) => /[\p{L}\p{N}]/u.test(text) && !isRow(text));
  const running = prose.filter((text) => !isSetOut(text) && endsSentence(text));
  if (running.length > 0) return running;
  return prose.map((text) => text.replace(itemMark, '')).filter((text) => text.length > 0);
}
const itemMark = /^(?:[-•·*●◆■□☐☑]\s*|#{1,6} |[（(]?[〇一二三四五六七八九十\d]{1,3}[)）、.．]\s*|[①-⑳]\s*)/;

/** An item that may be chosen among others, and is no answer: A. 先道歉. */
function isChoice(text: string): boolean {
  return /^[AＡ]\s?[.．、]/i.test(text);
}

/** Rows of a table, in Markdown or with tabs between their cells. */
function isRow(text: string): boolean {
  return text.startsWith('|') || (text.includes('\t') && !endsSentence(text));
}

/** A sentence that somebody says, without who does or what happens: “你卖三百一，你抢人啊？” */
function isSpeech(sentence: string): boolean {
  return /^[“「『][^“”「」『』]*[”」』]$/.test(sentence);
}

/** The first sentences, as many as make a summary. */
function lead(sentences: string[]): string {
  let text = must(sentences[0]);
  for (const sentence of sentences.slice(1)) {
    const isLeadIn = /[:：]$/.test(sentence);
    if (isLeadIn || text.length >= minLength || text.length + sentence.length > maxLength) break;
    text += sentence;
  }
  return text;
}

/** Every run of sentences that is short enough, and every single one, with how much its pairs occur in other sentences. */
function* passages(
  sentences: Sentence[],
  frequency: Map<number, number>,
): Generator<{ text: string; shared: number; pairs: number }> {
  const shared = sentences.map(({ pairs }) => {
    let sum = 0.1;
    for (const pair of pairs) sum += Math.min(4, must(frequency.get(pair)) - 1);
    return sum;
  });
  for (let first = 0; first < sentences.length; first += 1) {
    const passage = { text: '', shared: 0, pairs: 0 };
    for (let last = first; last < sentences.length; last += 1) {
      passage.text += must(sentences[last]).text;
      if (passage.text.length > maxLength && last > first) break;
      passage.shared += must(shared[last]);
      passage.pairs += must(sentences[last]).pairs.size;
      yield { ...passage };
    }
  }
}

/** How well a passage serves as a summary by itself: its length, and no question or speech in it. */
function fit(text: string): number {
  const length =
    text.length < minLength
      ? (text.length / minLength) ** 2
      : text.length > maxLength
        ? maxLength / text.length
        : 1;
  const asks = /[？?]/.test(text) ? 0.6 : 1;
  const quotes = /[“”「」]/.test(text) ? 0.8 : 1;
  const leans = /^(?:但|而|所以|因此|可是|不过|然而|这|那|他|她|它|也|还|再|另|其)/.test(text) ? 0.7 : 1;
  return length * asks * quotes * leans;
}

function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>();
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const han = code >= 0x3400 && code <= 0x9fff;
    if (han && before > 0) pairs.add(before * 0x10000 + code);
    before = han ? code : 0;
  }
  return pairs;
}
