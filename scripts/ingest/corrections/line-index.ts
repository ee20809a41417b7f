import { squeeze } from '../../../src/lib/squeeze.ts';
import { markerOf } from '../language/case-markers.ts';
import { simplified } from '../language/simplified.ts';
import type { Line } from '../model.ts';

/** Characters of the lines above and below that a correction keeps. */
export const contextLength = 12;

/** Lines as an editor shows them: what a form feed parts within a line is one, with a space for it. */
export function editorLines(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    if (above?.number === line.number)
      whole[whole.length - 1] = { ...above, text: `${above.text} ${line.text}` };
    else whole.push(line);
  }
  return whole;
}

/** How a line has the words of a correction: as a whole, at its start, at its end or somewhere. */
export type Fit = 'whole' | 'start' | 'end' | 'inside';

/** Lines as corrections are compared with them: their wording, and that of their neighbours. */
export class LineIndex {
  readonly #lines: readonly Line[];
  readonly #texts: (string | undefined)[];
  readonly #places: Map<number, number>;

  constructor(printed: readonly Line[]) {
    const lines = editorLines(printed);
    this.#lines = lines;
    this.#texts = [];
    this.#places = new Map(lines.map(({ number }, index) => [number, index]));
  }

  get size(): number {
    return this.#lines.length;
  }

  at(number: number): number | undefined {
    return this.#places.get(number);
  }

  numberOf(index: number): number | undefined {
    return this.#lines[index]?.number;
  }

  text(index: number): string {
    return (this.#texts[index] ??= squeeze(this.#lines[index]?.text ?? ''));
  }

  /** The end of the text above a line and the beginning of the text below it; empty at the ends of the book. */
  between(index: number): [string, string] {
    let above = index - 1;
    while (above >= 0 && this.text(above) === '') above -= 1;
    let below = index + 1;
    while (below < this.size && this.text(below) === '') below += 1;
    return [this.text(above).slice(-contextLength), this.text(below).slice(0, contextLength)];
  }

  /** Lines that have these words. */
  having(words: string, fit: Fit): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.size; index += 1) if (this.has(index, words, fit)) found.push(index);
    return found;
  }

  has(index: number, words: string, fit: Fit): boolean {
    const text = this.text(index);
    if (text === '') return false;
    if (fit === 'whole') return text === words;
    if (fit === 'end') return text.endsWith(words);
    if (fit === 'inside') return text.includes(words);
    return text.startsWith(words) || withoutMarker(text).startsWith(words);
  }
}

/** A text without the marker of a case that it starts with, such as 【案例】. */
export function withoutMarker(text: string): string {
  return text.slice(markerOf(simplified(text))?.inline ?? 0);
}
