import { formWords } from '../../series/forms/words.ts';
import type { Finding } from '../../../../src/schemas/report.ts';
import type { Candidate } from '../../series/candidates/line/candidate.ts';
import type { Check } from '../inspection.ts';

/** Lines that a message names. */
const maxNamed = 3;

/** Numbered lines that look like headings and were left as text, by their form. */
export const checkNumberedText: Check = ({ outline: { lines, headings, leveled, toc, isPlain } }) => {
  if (isPlain) return [];
  const taken = new Set<number>();
  for (const { first, last } of headings) for (let i = first; i <= last; i += 1) taken.add(i);
  const from = toc?.end ?? 0;
  return leveled.series.flatMap(({ form, members }): Finding[] => {
    const left = members.filter(
      ({ first, last, number }) =>
        number !== undefined && first >= from && !taken.has(first) && !taken.has(last),
    );
    if (left.length === 0) return [];
    const lineOf = ({ first }: Candidate): number => lines[first]?.number ?? 1;
    const named = left.slice(0, maxNamed).map((each) => `“${each.whole}” (line ${lineOf(each)})`);
    return [
      {
        code: 'numbered-text',
        severity: 'info',
        line: left[0] ? lineOf(left[0]) : null,
        message: `${left.length} ${formWords(form)} look like headings and were left as text: ${named.join(', ')}${left.length > maxNamed ? ' …' : ''}. If they are headings, say so in overrides.yaml (heading: …, as: chapter or rule).`,
      },
    ];
  });
};
