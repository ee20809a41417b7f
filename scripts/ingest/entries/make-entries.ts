import { casesOfBook, type CasesOfBook } from '../cases/cases-of-book.ts';
import type { Overrides } from '../corrections/overrides.ts';
import { simplified } from '../language/simplified.ts';
import { expectTexts } from '../language/words/dictionary.ts';
import type { Book, ChapterNode, Dropped, FrontSection } from '../model.ts';
import { entryBody } from './body.ts';
import { toBlocks } from './blocks.ts';
import { chapterData, ruleData } from './data.ts';
import type { CaseEntry, ChapterEntry, Entries, FrontEntry, RuleEntry } from './entry.ts';
import { chapterIds, twoDigits } from './ids.ts';

/**
 * Turn the outlined book into entries with identifiers, and find the cases in its rules.
 * @param look finds the cases of one rule; a caller that remembers earlier runs gives its own
 */
export function toEntries(
  book: Book,
  overrides: Overrides,
  look?: Parameters<typeof casesOfBook>[2],
): Entries {
  expectTexts(textsIn(book));
  const { ranges, allNarrative } = casesOfBook(book, overrides, look);
  const front = book.front.map((section, index) => frontEntry(section, twoDigits(index + 1)));
  const ids = chapterIds(book.chapters);
  const made = book.chapters.map((chapter, index) => madeOfChapter(chapter, ids[index] ?? '', ranges));
  return {
    chapters: made.map(({ chapter }) => chapter),
    rules: made.flatMap(({ rules }) => rules),
    cases: made.flatMap(({ cases }) => cases),
    front: front.map(({ entry }) => entry),
    dropped: [...front, ...made].flatMap(({ dropped }) => dropped),
    ...(allNarrative ? { allNarrative } : {}),
  };
}

/** All the text in which words will be looked for, in Simplified characters. */
function* textsIn({ chapters }: Book): Generator<string> {
  for (const { title, opening, rules } of chapters) {
    yield simplified(title);
    for (const { text } of opening) yield simplified(text);
    for (const rule of rules) {
      yield simplified(rule.title);
      for (const { text } of rule.paragraphs) yield simplified(text);
    }
  }
}

/** Entries made of one chapter, and its lines that no entry holds. */
interface MadeOfChapter {
  chapter: ChapterEntry;
  rules: RuleEntry[];
  cases: CaseEntry[];
  dropped: Dropped[];
}

function madeOfChapter(chapter: ChapterNode, id: string, ranges: CasesOfBook['ranges']): MadeOfChapter {
  // Cases told before the first rule are numbered as those of a rule 00.
  const opening = entryBody(chapter.opening, ranges.get(chapter) ?? [], `${id}-00`, { chapter: id });
  const rules = chapter.rules.map((rule, index) => {
    const ruleId = `${id}-${twoDigits(index + 1)}`;
    const body = entryBody(rule.paragraphs, ranges.get(rule) ?? [], ruleId, { rule: ruleId });
    const data = ruleData(rule, { id: ruleId, chapter: id, number: `${chapter.number}.${index + 1}` });
    return { entry: { kind: 'rule' as const, data, blocks: body.blocks }, body };
  });
  const bodies = [opening, ...rules.map(({ body }) => body)];
  return {
    chapter: { kind: 'chapter', data: chapterData(chapter, id), blocks: opening.blocks },
    rules: rules.map(({ entry }) => entry),
    cases: bodies.flatMap(({ cases }) => cases),
    dropped: bodies.flatMap(({ dropped }) => dropped),
  };
}

function frontEntry(section: FrontSection, id: string): { entry: FrontEntry; dropped: Dropped[] } {
  const { blocks, dropped } = toBlocks(section.paragraphs);
  const data = {
    ...(section.heading === undefined ? {} : { heading: section.heading }),
    kind: section.kind,
    source: { lines: section.lines },
  };
  return { entry: { kind: 'front', id, data, blocks }, dropped };
}
