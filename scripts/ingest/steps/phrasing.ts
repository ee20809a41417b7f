import type { Line } from '../model.ts';

/** Characters looked at. */
const sampleSize = 400_000;
/** So many times side by side, two characters belong together. */
const enough = 2;

/** Which characters a text has side by side. */
export class Phrasing {
  private readonly counts = new Map<number, number>();

  constructor(lines: Line[], start: number, end: number) {
    let left = sampleSize;
    for (let i = start; i < end && left > 0; i += 1) {
      const text = lines[i]!.text.trim();
      left -= text.length;
      for (let at = 0; at + 1 < text.length; at += 1) {
        const pair = text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
        this.counts.set(pair, (this.counts.get(pair) ?? 0) + 1);
      }
    }
  }

  /** Whether `a` and `b` stand side by side in this order elsewhere. */
  adjoin(a: string, b: string): boolean {
    return (this.counts.get(a.charCodeAt(0) * 0x10000 + b.charCodeAt(0)) ?? 0) >= enough;
  }
}
