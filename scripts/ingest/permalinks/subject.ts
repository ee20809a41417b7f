import { bigrams, dice } from '../../../src/lib/bigrams.ts';
import { squeeze } from '../../../src/lib/squeeze.ts';
import type { LedgerEntry } from '../../../src/schemas/ledger.ts';
import { parseSketch, similarity, type Sketch } from './sketch.ts';

/** Share of common text from which two texts are the same one, edited. */
const sameText = 0.3;
/** Share of common pairs of characters from which two titles are the same one, edited. */
export const sameTitle = 0.7;
/** How much of the closeness is that of the texts and that of the titles; of two without texts, titles alone count less. */
const weights = { text: 0.65, title: 0.35, titleAlone: 0.5 };

/** What is compared of an entry, be it the book's or the ledger's. */
export interface Subject {
  kind: LedgerEntry['kind'];
  /** Squeezed. */
  title: string;
  /** `undefined` for an entry without text. */
  sketch: Sketch | undefined;
}

/** A record of the ledger as it is compared. */
export function subjectOf({ kind, title, sketch }: LedgerEntry): Subject {
  return { kind, title: squeeze(title), sketch: sketch === undefined ? undefined : parseSketch(sketch) };
}

/**
 * Whether an ingest could have made `after` of `before`, two records of one code: it follows a text by its title or its
 * words, and changes neither beyond recognition.
 */
export function couldBecome(before: LedgerEntry, after: LedgerEntry): boolean {
  return before.kind === after.kind && closeness(subjectOf(after), subjectOf(before)) > 0;
}

/** How close two are by title and text; 0 if they are too far apart. Text weighs more than the title. */
export function closeness(now: Subject, before: Subject): number {
  const title = now.title === before.title ? 1 : titleLikeness(now.title, before.title);
  if (now.sketch && before.sketch) {
    const text = similarity(now.sketch, before.sketch);
    return title === 1 || text >= sameText ? weights.text * text + weights.title * title : 0;
  }
  return title >= (now.sketch || before.sketch ? 1 : sameTitle) ? weights.titleAlone * title : 0;
}

/** The pairs of neighbouring characters in a title. */
export const pairsOf = (text: string): Set<string> => new Set(bigrams(text));
/** The share of pairs that two titles have in common, 0 to 1. */
export const titleLikeness = (a: string, b: string): number => dice(pairsOf(a), pairsOf(b));
