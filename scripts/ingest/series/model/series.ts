import type { Candidate } from '../candidates/line/candidate.ts';
import type { Run } from './run.ts';

/** The runs of one form that are headings: a level that the book may have. */
export interface Series {
  form: string;
  rank: number;
  strong: boolean;
  runs: Run[];
  /** The members of all runs, in order. */
  members: Candidate[];
  why: string[];
}

/** What a run is, and why. */
export interface Verdict {
  kind: 'headings' | 'list' | 'lone' | 'contents' | 'text';
  why: string[];
}

/** Runs that are no headings, with what they are instead. */
export interface LeftOut {
  run: Run;
  verdict: Verdict;
}
