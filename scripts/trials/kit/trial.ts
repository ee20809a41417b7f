/** What a trial found: how often something was tried, and each time it went wrong. */
export interface TrialResult {
  tried: number;
  failed: string[];
  note: string;
}

/** @param times How often to try, for trials that can be repeated. */
export type Trial = (times: number) => Promise<TrialResult>;
