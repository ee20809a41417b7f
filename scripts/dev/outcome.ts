import type { Finding } from '../../src/schemas/report.ts';
import type { Book } from '../ingest/model.ts';
import type { Stages } from '../ingest/run/stages.ts';

/** The results of the stages that one thread can hand to another: plain values. */
export type LiveStages = Pick<Stages, 'lines' | 'entries' | 'report'> & { book: Book };

type FindingCode = Finding['code'];

/** The result of an ingest: the stages and the changed files, or why nothing was written. */
export type Outcome =
  | { stages: LiveStages; changed: string[] }
  | { problem: string; line: number | undefined; code?: FindingCode };
