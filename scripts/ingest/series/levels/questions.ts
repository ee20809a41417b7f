import { visibleLength } from '../../language/prose.ts';
import { isAnswer, questionOf } from '../../language/question.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import { countUpTo } from '../../sorted.ts';
import { titleCandidate, type Candidate } from '../candidates/line/candidate.ts';
import type { TextMeasure } from '../model/text-measure.ts';
import type { Levels } from './levels.ts';
import type { Series } from '../model/series.ts';

const longestQuestion = 60;
const fewestQuestions = 3;
/** This share of the questions must have an answer right below. */
const minAnswered = 0.7;
/** This share of the chapters have questions, and this share of the text is below them: a talk in one chapter is a part of it. */
const minChapters = 0.5;
const minShare = 0.5;
const rank = 20;

/** The levels, with the questions of a book of questions and answers (问：…, 答：…) as the lowest. */
export function withQuestions(levels: Levels, text: TextMeasure): Levels {
  const known = new Set([levels.chapters, ...levels.parts, ...levels.below].flatMap(linesOf));
  const chapters = levels.chapters.members.map(({ first }) => first);
  const members = findQuestions(text.body).filter(
    ({ first }) => !known.has(first) && countUpTo(chapters, first) > 0,
  );
  return members.length >= fewestQuestions && areMost(members, chapters, text)
    ? { ...levels, below: [...levels.below, asSeries(members)] }
    : levels;
}

const linesOf = ({ members }: Series): number[] => members.map(({ first }) => first);

/** Lines that ask something, if most of them have an answer right below. */
function findQuestions(body: BodyLines): Candidate[] {
  const found: Candidate[] = [];
  let answered = 0;
  for (let i = body.start; i < body.end; i += 1) {
    if (body.furniture.has(i)) continue;
    const read = questionAt(body, i);
    if (!read) continue;
    found.push(read);
    if (isAnswered(body, i)) answered += 1;
  }
  return answered >= minAnswered * found.length ? found : [];
}

/** Whether an answer comes below a question: a line called so, or text below a question mark. */
function isAnswered(body: BodyLines, index: number): boolean {
  const next = body.next(index);
  if (next < 0 || body.lines[next]?.format?.kind === 'heading') return false;
  const below = body.text(next);
  return isAnswer(below) || (/[？?]$/.test(body.text(index)) && questionOf(below) === undefined);
}

function questionAt(body: BodyLines, index: number): Candidate | undefined {
  const whole = body.text(index);
  const asked = whole.length <= 2 * longestQuestion ? questionOf(whole) : undefined;
  if (!asked || visibleLength(whole) > longestQuestion) return undefined;
  return { ...titleCandidate(body, index, '问', rank), ...asked };
}

/** Whether questions and their answers are most of the text, in most of the chapters. */
function areMost(members: Candidate[], chapters: number[], text: TextMeasure): boolean {
  const end = text.body.end;
  const asking = new Set(members.map(({ first }) => countUpTo(chapters, first)));
  const below = members.reduce((sum, { first }, i) => {
    const next = members[i + 1]?.first ?? end;
    const chapter = chapters[countUpTo(chapters, first)] ?? end;
    return sum + text.between(first, Math.min(next, chapter));
  }, 0);
  return (
    asking.size >= minChapters * chapters.length && below >= minShare * text.between(chapters[0] ?? 0, end)
  );
}

function asSeries(members: Candidate[]): Series {
  const why = ['most have an answer right below'];
  return { form: '问', rank, strong: false, runs: [{ members, inside: false }], members, why };
}
