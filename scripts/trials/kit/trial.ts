/** The result of a trial: how often something was tried, and a sentence for each failure. */
export interface TrialResult {
  tried: number;
  failed: string[];
  note: string;
}

/** A trial. `times` is how often to try; some trials always do the same. */
export type Trial = (times: number) => Promise<TrialResult>;
