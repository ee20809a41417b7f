import type { Case } from '../../../src/schemas/case.ts';
import type { Chapter } from '../../../src/schemas/chapter.ts';
import type { Front } from '../../../src/schemas/front.ts';
import type { Rule } from '../../../src/schemas/rule.ts';
import type { Dropped, LineFormat } from '../model.ts';

/** A piece of an entry's body. Texts are as in the source. */
export type Block =
  | { type: 'paragraph'; text: string; format?: LineFormat }
  /** The heading of a section, this many levels below the title of its rule. */
  | { type: 'heading'; text: string; level: number }
  /** 【思考】 and its like, with the paragraphs that belong to it. A label printed before text stays in that text. */
  | { type: 'labelled'; label: string; texts: string[]; formats?: (LineFormat | undefined)[] }
  /** The place of the case with this id in its rule. */
  | { type: 'case'; id: string };

type Draft<T> = Omit<T, 'permalink'>;
export interface ChapterEntry {
  kind: 'chapter';
  data: Draft<Chapter>;
  blocks: Block[];
}
export interface RuleEntry {
  kind: 'rule';
  data: Draft<Rule>;
  blocks: Block[];
}
export interface CaseEntry {
  kind: 'case';
  data: Draft<Case>;
  blocks: Block[];
  /** Nothing in the story would do for a title, so that it has its first words. */
  untitled?: boolean;
}
export interface FrontEntry {
  kind: 'front';
  id: string;
  data: Front;
  blocks: Block[];
}
/** What has a permanent code. */
export type LinkedEntry = ChapterEntry | RuleEntry | CaseEntry;

/** What the output consists of, in the order of the book. Frontmatter lacks permanent codes still. */
export interface Entries {
  chapters: ChapterEntry[];
  rules: RuleEntry[];
  cases: CaseEntry[];
  front: FrontEntry[];
  /** Lines of markers and labels that are in no body. */
  dropped: Dropped[];
  /** The book tells nearly everything, so that no cases were looked for but those it marks. */
  allNarrative?: boolean;
}

/** The texts of a body, in order. */
export function textsOf(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading'
      ? [block.text]
      : block.type === 'labelled'
        ? block.texts
        : [],
  );
}
