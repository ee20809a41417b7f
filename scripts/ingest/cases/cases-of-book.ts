import type { Book, CaseRange, ChapterNode, RuleNode } from '../model.ts';
import { overrideCases } from '../corrections/override-cases.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { lookForCases, type TellingText } from './find-cases.ts';
import { addTones, isAllNarrative, silence, tellsNothing } from './tone.ts';

/** What a case needs to be taken in a text that hardly tells anything: likelihood, characters, and more than one paragraph. */
const minSureProbability = 0.85;
const minSureLength = 80;
/** A book that tells cases tells one of them this clearly. */
export const clear = 0.6;

/** The cases of a book by the rule that tells them, or by the chapter, if it has no rules. */
export interface CasesOfBook {
  ranges: Map<RuleNode | ChapterNode, CaseRange[]>;
  /** The book tells nearly everything, so that only marked cases were taken. */
  allNarrative: boolean;
}

/** Find the cases of a book. What a book does throughout is no case: in a novel only what the text itself marks is taken. */
export function casesOfBook(
  { chapters }: Pick<Book, 'chapters'>,
  overrides: Overrides,
  look: typeof lookForCases = lookForCases,
): CasesOfBook {
  const found = chapters.flatMap((chapter) =>
    placesOf(chapter).map(({ node, text }) => ({ node, text, ...look(text) })),
  );
  const tone = found.map((each) => each.tone).reduce(addTones, silence);
  const allNarrative = isAllNarrative(tone);
  const doubtful = tellsNothing(tone);
  const unclear = found.every((each) => each.ranges.every(({ confidence }) => confidence < clear));
  const isTaken = ({ method, confidence, first, last }: CaseRange, { paragraphs }: TellingText) => {
    if (method !== 'cues') return true;
    if (allNarrative || unclear) return false;
    if (!doubtful) return true;
    const size = paragraphs.slice(first, last + 1).reduce((sum, { text }) => sum + text.length, 0);
    return confidence >= minSureProbability && last > first && size >= minSureLength;
  };
  const ranges = new Map(
    found.map(({ node, text, ranges: each }) => [
      node,
      overrideCases(
        each.filter((range) => isTaken(range, text)),
        text.paragraphs,
        overrides,
      ),
    ]),
  );
  return { ranges, allNarrative };
}

/** Where a chapter may tell stories: in its rules, or in its own text, if it has no rules. */
function placesOf(chapter: ChapterNode): { node: RuleNode | ChapterNode; text: TellingText }[] {
  if (chapter.rules.length > 0) return chapter.rules.map((rule) => ({ node: rule, text: rule }));
  return [{ node: chapter, text: { paragraphs: chapter.opening, status: 'complete' } }];
}
