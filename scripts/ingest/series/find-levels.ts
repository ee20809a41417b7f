import { must } from '../../../src/lib/must.ts';
import type { BodyLines } from '../page/body-lines.ts';
import type { ForcedHeading } from '../page/heading.ts';
import { isProse, visibleLength } from '../language/prose.ts';
import { articleForm } from './candidates/by-format.ts';
import { readCandidates } from './candidates/candidates.ts';
import { readLabelledLines } from './candidates/labelled-lines.ts';
import { titleCandidate, type Candidate } from './candidates/line/candidate.ts';
import { readShortLines } from './candidates/short-lines.ts';
import { TextMeasure } from './model/text-measure.ts';
import { findSeries } from './find-series.ts';
import { isPlaced } from './forms/placed.ts';
import type { Leveled } from './leveled.ts';
import { chooseLevels, type Levels } from './levels/levels.ts';
import { withQuestions } from './levels/questions.ts';
import { toHeadings } from './levels/to-headings.ts';
import type { Series } from './model/series.ts';

/** Find the series of a body and make headings of those that are its levels. */
export function findLevels(body: BodyLines, forced: ForcedHeading): Leveled {
  const text = new TextMeasure(body);
  const { series, leftOut } = findSeries(readCandidates(body, forced), text);
  const found = chooseLevels(series, text);
  const isSure = found && !isPlaced(found.chapters.form) && found.chapters.members.length > 1;
  const chosen = isSure ? found : asLastResort(text, forced, found);
  if (!chosen) return { headings: [], levels: chosen, series, leftOut };
  const levels = withQuestions(belowTitle(chosen, body), text);
  return { headings: toHeadings(levels, text), levels, series, leftOut };
}

/**
 * If no series can head chapters: the labels of cases, questions or years, and if there are none, short lines. Labels
 * come before a single heading and titles that only their place gives away, too, if there are more of them.
 */
function asLastResort(
  text: TextMeasure,
  forced: ForcedHeading,
  unsure: Levels | undefined,
): Levels | undefined {
  const { body } = text;
  const isProse = ({ first, whole }: Candidate): boolean =>
    forced(whole, must(body.lines[first])) === 'prose';
  const choose = (lines: Candidate[]): Levels | undefined =>
    chooseLevels(
      findSeries(
        lines.filter((each) => !isProse(each)),
        text,
      ).series,
      text,
    );
  const labelled = choose(readLabelledLines(body));
  if (!unsure) return labelled ?? choose(readShortLines(body));
  return labelled && labelled.chapters.members.length > unsure.chapters.members.length ? labelled : unsure;
}

const longestDocumentTitle = 60;

/** A law or contract of articles and no chapters: its title, the first line, is its one chapter. */
function belowTitle(levels: Levels, body: BodyLines): Levels {
  const { chapters, below } = levels;
  const at = body.next(body.start - 1);
  const whole = body.text(at);
  const isTitle =
    chapters.form === articleForm &&
    at < (chapters.members[0]?.first ?? 0) &&
    (body.lines[at]?.format?.kind === 'heading' ||
      (visibleLength(whole) <= longestDocumentTitle && !isProse(whole)));
  if (!isTitle) return levels;
  const title = titleCandidate(body, at, 'title', -20);
  const why = ['it is the first line, above articles that no chapter parts'];
  const one: Series = {
    form: title.form,
    rank: title.rank,
    strong: true,
    runs: [{ members: [title], inside: false }],
    members: [title],
    why,
  };
  return { parts: [], chapters: one, below: [chapters, ...below], why };
}
