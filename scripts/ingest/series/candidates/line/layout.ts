import type { BodyLines } from '../../../page/body-lines.ts';
import { isProse } from '../../../language/prose.ts';

/** How a book sets its paragraphs; what is set otherwise may be a title. */
export interface Layout {
  /** Empty lines between two paragraphs. */
  gap: number;
  /** White space that paragraphs start with; `undefined` if they don't agree. */
  indent: string | undefined;
  /** Rulers of dashes or stars. */
  rulers: number;
}

/** Lines that are measured. */
const sampleSize = 20_000;
/** This share of the paragraphs must start alike. */
const minAlike = 0.85;
const fewestParagraphs = 8;

/** Measure how the paragraphs of a body are set. */
export function measureLayout(body: BodyLines): Layout {
  const gaps = new Map<number, number>();
  const indents = new Map<string, number>();
  let paragraphs = 0;
  let empty = 0;
  let rulers = 0;
  let isBelowProse = false;
  for (let i = body.start; i < Math.min(body.end, body.start + sampleSize); i += 1) {
    const text = body.text(i);
    if (text === '') {
      empty += 1;
      if (body.lines[i]?.ruler) rulers += 1;
      continue;
    }
    const isRunning = isProse(text);
    if (isBelowProse && isRunning) count(gaps, empty);
    if (isRunning) {
      paragraphs += 1;
      count(indents, indentOf(body, i));
    }
    isBelowProse = isRunning;
    empty = 0;
  }
  const [indent, alike] = mostFrequent(indents) ?? ['', 0];
  return {
    gap: mostFrequent(gaps)?.[0] ?? 0,
    indent: paragraphs >= fewestParagraphs && alike >= minAlike * paragraphs ? indent : undefined,
    rulers,
  };
}

/** The white space that a line starts with. */
export function indentOf(body: BodyLines, index: number): string {
  return /^\s{0,40}/.exec(body.lines[index]?.text ?? '')?.[0] ?? '';
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent<K>(counts: Map<K, number>): [K, number] | undefined {
  return [...counts].reduce<[K, number] | undefined>(
    (best, each) => (best && best[1] >= each[1] ? best : each),
    undefined,
  );
}
