import type { Candidate } from './candidates/candidate.ts';

/** Fewer numbers of one style among those of another are a slip. */
const fewestOfStyle = 3;

/**
 * Candidates of one form whose digits and Chinese numerals count separately (第1节, 第2节 of a site's pages among 第一节, 第二节
 * of the book) are of two forms. Where both count on together, they are one.
 */
export function byNumeralStyle(form: string, all: Candidate[]): [form: string, members: Candidate[]][] {
  const one: [string, Candidate[]][] = [[form, all]];
  const digits = all.filter(({ label }) => /[0-9０-９]/.test(label));
  if (digits.length < fewestOfStyle || all.length - digits.length < fewestOfStyle) return one;
  const han = all.filter(({ label }) => !/[0-9０-９]/.test(label));
  const apart = steps(digits) + steps(han);
  return apart > steps(all) + fewestOfStyle
    ? [
        [form, han],
        [`${form} 1`, digits],
      ]
    : one;
}

/** How many members have the number after that of the one before. */
function steps(members: Candidate[]): number {
  return members.filter(
    ({ number }, i) => number !== undefined && number - (members[i - 1]?.number ?? 0) === 1,
  ).length;
}
