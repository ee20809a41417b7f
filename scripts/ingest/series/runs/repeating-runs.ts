import { must } from '../../../../src/lib/must.ts';
import type { TextMeasure } from '../model/text-measure.ts';
import { keyOf, type Run } from '../model/run.ts';

const fewestMembers = 3;
/** This share of a run's titles are those of another one. */
const minShared = 0.7;
/** The other one has this many times the text, and this share of the book's. */
const timesText = 4;
const minShareOfBook = 0.5;

/**
 * The runs that print the titles of the book's longest one with far less text below: a summary of each chapter, before the book
 * or behind it.
 */
export function repeatingRuns(runs: Run[], text: TextMeasure): Set<Run> {
  const long = runs.filter(({ members }) => members.length >= fewestMembers);
  if (long.length < 2) return new Set();
  const measured = long.map((run) => ({
    run,
    keys: new Set(run.members.map(keyOf).filter((key) => key !== '')),
    length: text.between(must(run.members[0]).first, must(run.members.at(-1)).first),
  }));
  const whole = measured.reduce((longest, each) => (each.length > longest.length ? each : longest));
  if (whole.length < minShareOfBook * text.total) return new Set();
  const repeating = measured.filter(({ keys, length }) => {
    const shared = [...keys].filter((key) => whole.keys.has(key)).length;
    return whole.length > timesText * length && shared >= minShared * keys.size && shared >= fewestMembers;
  });
  return new Set(repeating.map(({ run }) => run));
}
