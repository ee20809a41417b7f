import type { BodyLines } from '../../page/body-lines.ts';
import { isFolio } from '../../language/folio.ts';
import { isProse, visibleLength } from '../../language/prose.ts';
import { titleCandidate, type Candidate } from '../candidates/line/candidate.ts';
import { countUpTo } from '../../sorted.ts';
import type { Series } from '../model/series.ts';
import { must } from '../../../../src/lib/must.ts';

const maxTitleLength = 24;
/** This share of the runs must have a title above them. */
const minShareOfRuns = 0.7;

/**
 * Where chapters are counted anew again and again and no heading says why, the short line right above each first chapter
 * is the title of a part: 品牌之部, then 1. 2. 3.
 * @param known indexes of the lines that head parts already
 */
export function findImplicitParts(chapters: Series, known: number[], body: BodyLines): Candidate[] {
  // Of a book with contents, only what these list are chapters.
  const taken = new Set(chapters.members.map(({ first }) => first));
  const firsts = chapters.runs.map(({ members }) => must(members[0])).filter(({ first }) => taken.has(first));
  if (firsts.length < 2) return [];
  let passed = body.start - 1;
  let headed = 0;
  const found = firsts.flatMap((first) => {
    const from = passed;
    passed = Math.max(passed, first.last);
    if (countUpTo(known, first.first) > countUpTo(known, from)) {
      headed += 1;
      return [];
    }
    const above = body.previous(first.first);
    return above > from && canTitle(body, above) ? [titleAt(body, above)] : [];
  });
  const titled = found.length + headed;
  return titled > 1 && titled >= minShareOfRuns * firsts.length ? found : [];
}

function canTitle(body: BodyLines, index: number): boolean {
  const text = body.text(index);
  return (
    visibleLength(text) <= maxTitleLength &&
    !isProse(text) &&
    !isFolio(text) &&
    !/[。！？；：，、…）)】”]$/.test(text) &&
    (body.isolated(index) || body.endsAbove(index) || !isProse(body.text(body.previous(index))))
  );
}

const titleAt = (body: BodyLines, index: number): Candidate => titleCandidate(body, index, 'above 1', 0);
