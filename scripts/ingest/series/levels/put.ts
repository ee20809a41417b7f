import type { Heading } from '../../page/heading.ts';
import type { Candidate } from '../candidates/line/candidate.ts';

/** What else a heading is. */
type Also = Pick<Heading, 'endsPart' | 'hasRules'>;

/** Make a candidate a heading of a level, unless another has its lines. */
export type Put = (level: Heading['level'], candidate: Candidate, depth?: number, also?: Also) => void;
