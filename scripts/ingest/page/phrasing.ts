import type { Line } from '../model.ts';
import { endsSentence } from '../language/prose.ts';

/** Characters of the text that are looked at. */
const sampleSize = 400_000;

/** Which characters a text has side by side, and which pairs its sentences start with. */
export class Phrasing {
  private readonly pairs = new Set<number>();
  private readonly starts = new Set<number>();

  constructor(lines: Line[], start: number, end: number) {
    let left = sampleSize;
    let above = '';
    for (const line of lines.slice(start, end)) {
      const text = line.text.trim();
      if (text === '') continue;
      if (left <= 0) break;
      left -= text.length;
      // The rest of a cut paragraph starts a line, and no sentence.
      let opens = endsSentence(above);
      for (let at = 0; at + 1 < text.length; at += 1) {
        const pair = pairAt(text, at);
        this.pairs.add(pair);
        if (opens) this.starts.add(pair);
        opens = /[。！？“”]/.test(text.charAt(at));
      }
      above = text;
    }
  }

  /** Whether `a` and `b` are side by side in this order. */
  adjoin(a: string, b: string): boolean {
    return this.pairs.has(pairAt(a + b, 0));
  }

  /** Whether a sentence starts as `text` does. */
  opens(text: string): boolean {
    return this.starts.has(pairAt(text, 0));
  }
}

function pairAt(text: string, index: number): number {
  return text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
}
