import type { Heading } from '../../page/heading.ts';
import type { Candidate } from '../candidates/line/candidate.ts';

/** Make a candidate a heading of a level, unless another has its lines. */
export type Put = (level: Heading['level'], candidate: Candidate, depth?: number, endsPart?: boolean) => void;
