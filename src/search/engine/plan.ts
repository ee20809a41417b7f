import type { Rung } from '../query/match/exactly.ts';

/** One part of a query: a page has it that has any of these phrases. The first is the likeliest. */
export interface Slot {
  any: readonly string[];
  /** How much it counts beside the others. Default: 1. */
  weight?: number;
}

/** What is looked for, once it is decided how the query is read. */
export interface Plan {
  rung: Rung;
  slots: readonly Slot[];
  /** Phrases that no result may have. */
  excluded: readonly string[];
  /** Pages that have any slot will do; else every one is needed. */
  loose?: boolean;
  /** Words of the query that no page has. */
  missing?: readonly string[];
}

/** Characters that have to be near one another, in any order. */
export interface ScatteredPlan {
  rung: 'characters';
  characters: readonly string[];
  /** How many other characters may be among them, from few to as many as there may be: the fewer, the better a page. */
  gaps: readonly number[];
  /** What a page is to be marked with. */
  marked: readonly string[];
  excluded: readonly string[];
}

/** What marks a page that a plan finds. */
export const termsOf = (plan: Plan | ScatteredPlan): string[] =>
  'slots' in plan ? [...new Set(plan.slots.flatMap(({ any }) => any))] : [...plan.marked];
