import { visibleLength } from '../../language/prose.ts';
import type { BodyLines } from '../../page/body-lines.ts';

/** A line this long is running text, even without a full stop at its end. */
const proseLength = 60;

/** Visible characters of a body, by line. */
export class TextMeasure {
  /** Characters before each line from the body's start on, and those of running text among them. */
  private readonly before: Float64Array;
  private readonly proseBefore: Float64Array;
  readonly body: BodyLines;

  constructor(body: BodyLines) {
    this.body = body;
    this.before = new Float64Array(body.end - body.start + 1);
    this.proseBefore = new Float64Array(body.end - body.start + 1);
    for (let i = body.start; i < body.end; i += 1) {
      const text = body.lines[i]?.text ?? '';
      const length = body.furniture.has(i) ? 0 : visibleLength(text);
      const at = i - body.start;
      this.before[at + 1] = (this.before[at] ?? 0) + length;
      const isRunning = length >= proseLength || (length > 0 && /[。！；]["”’」』）)]?\s*$/.test(text));
      this.proseBefore[at + 1] = (this.proseBefore[at] ?? 0) + (isRunning ? length : 0);
    }
  }

  /** Characters from line `from` up to line `to`, excluded. */
  between(from: number, to: number): number {
    return Math.max(0, (this.before[this.clamp(to)] ?? 0) - (this.before[this.clamp(from)] ?? 0));
  }

  /** The same, of running text alone. */
  prose(from: number, to: number): number {
    return Math.max(0, (this.proseBefore[this.clamp(to)] ?? 0) - (this.proseBefore[this.clamp(from)] ?? 0));
  }

  private clamp(index: number): number {
    return Math.min(Math.max(index, this.body.start), this.body.end) - this.body.start;
  }

  get total(): number {
    return this.before.at(-1) ?? 0;
  }
}
