import { matchKey } from '../../../../src/lib/squeeze.ts';
import { withoutNumbers } from '../../page/furniture/repeated-titles.ts';
import type { Candidate } from '../candidates/line/candidate.ts';

/** Candidates of one form that count up: 1, 2, 3 …; of a form without numbers, all between two higher headings. */
export interface Run {
  members: Candidate[];
  /** It lies between two members of another run of its form: 1. 2. 3. below 1. */
  inside: boolean;
}

/** Runs of a form without numbers: all of its candidates. */
export function unnumberedRun(candidates: Candidate[]): Run[] {
  return candidates.length > 0 ? [{ members: candidates, inside: false }] : [];
}

/** Behind a title: the marks that frame it, or the section that a running head names: 第九章 标题 第二节 小标题. */
const behindTitle = /[■●★◆▲※]+$|\s(?:第\S{1,4}[节節](?=\s|$)|\d{1,2}[.．、]).*$/;

/** A title without the page number or the section that a running head may carry. */
export function keyOf({ title }: Candidate): string {
  return withoutNumbers(matchKey(title.replace(behindTitle, '')));
}
