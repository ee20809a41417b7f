import { squeeze } from '../../../../src/lib/squeeze.ts';
import { must } from '../../../../src/lib/must.ts';
import { titleCandidate, type Candidate } from '../candidates/line/candidate.ts';
import type { Series } from '../model/series.ts';
import type { TextMeasure } from '../model/text-measure.ts';

/** Fewer numbered chapters don't tell that it is one more. */
const fewestNumbered = 3;

/**
 * The line 附则 behind the last of a rulebook's numbered chapters, with text below: its closing chapter, which often has no number.
 * `undefined` if there is none.
 */
export function closingChapter({ form, members }: Series, text: TextMeasure): Candidate | undefined {
  const { body } = text;
  const last = must(members.at(-1));
  if (members.length < fewestNumbered || last.number === undefined || form.startsWith('#')) return undefined;
  // The chapter that it is behind has text of its own.
  let at = body.next(body.next(last.last));
  while (at >= 0 && !isClosing(body.text(at))) at = body.next(at);
  return at >= 0 && body.next(at) >= 0 ? titleCandidate(body, at, form, last.rank) : undefined;
}

const isClosing = (line: string): boolean => line.length <= 6 && /^附[则則]$/.test(squeeze(line));
