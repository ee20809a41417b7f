/** What the desk's two sides tell one another. */
import type { Finding } from '../../../src/schemas/report.ts';

/** What a line of the source is in the book. */
export type LineKind =
  | 'blank'
  | 'text'
  | 'part'
  | 'chapter'
  | 'rule'
  | 'section'
  | 'front'
  | 'contents'
  | 'furniture'
  | 'dropped'
  | 'label'
  | 'marker';

/** What the ingest made of a line. */
export interface LineMark {
  kind: LineKind;
  /** Key of the line's entry, as in {@link TreeItem}. */
  entry?: string;
  /** The line's case, and its place in it. */
  story?: 'only' | 'first' | 'inside' | 'last';
  /** The line goes on the paragraph above: hard-wrapped there, or cut by a page's end. */
  joint?: 'wrap' | 'page';
  /** An editor has decided something of this line. */
  decided?: true;
}

export type EntryKind = 'front' | 'part' | 'chapter' | 'rule' | 'case';

/** An entry of the book in the outline. */
export interface TreeItem {
  /** Kind and id: `rule 01-02`. */
  key: string;
  kind: EntryKind;
  id: string;
  /** Depth in the tree, from 1. */
  level: number;
  number: string;
  title: string;
  english?: string;
  /** First and last line of its text; absent for one without text in the source. */
  lines?: [number, number];
  /** A case or anecdote that is doubtful, or a rule without its text. */
  doubt?: 'missing' | 'partial' | 'unsure';
  storyKind?: 'case' | 'anecdote';
  /** Address of its page below the site's base. */
  address?: string;
}

export type FindingState = 'open' | 'done' | 'dismissed';

/** A finding with the name that it keeps over new ingests. */
export interface DeskFinding extends Finding {
  key: string;
  state: FindingState;
  /** What can be done about it, the likeliest first. */
  remedies: Remedy[];
}

/** A way to settle a finding. */
export type Remedy =
  | { do: 'line'; as: LineChoice; line: number }
  | { do: 'split'; line: number }
  | { do: 'join'; line: number }
  | { do: 'no-case'; entry: string }
  | { do: 'open'; form: 'entry' | 'divisions' | 'book' | 'translations'; entry?: string }
  | { do: 'forget'; correction: number };

export type LineChoice = 'part' | 'chapter' | 'rule' | 'section' | 'text' | 'drop' | 'keep';

/** A correction of the editor's that found nothing in this edition. */
export interface LostCorrection {
  index: number;
  words: string;
}

/** All that the desk shows of a book. */
export interface DeskView {
  /** Counts every change of the book, by the desk or from outside. */
  version: number;
  book: string;
  title: string;
  texts: string[];
  marks: LineMark[];
  tree: TreeItem[];
  findings: DeskFinding[];
  lost: LostCorrection[];
  counts: { chapters: number; rules: number; cases: number; anecdotes: number; corrections: number };
  canUndo: boolean;
  canRedo: boolean;
  /** Nothing could be written, and why. */
  problem?: string;
}

/** What changed since the view of `since`. `texts` are there if the source is another. */
export interface DeskChange extends Omit<DeskView, 'texts' | 'marks'> {
  since: number;
  texts?: string[];
  /** Marks of the lines that changed, by index; all of them if the source is another. */
  marks: [index: number, mark: LineMark][];
}

/** Text of an entry that an editor may set. What isn't named stays as it is; an empty text takes the setting back. */
export interface EntryFields {
  title?: string;
  summary?: string;
  keywords?: string[];
  kind?: 'case' | 'anecdote';
  basis?: 'book' | 'illustrative' | '';
  years?: number[];
  places?: string[];
  roles?: string[];
  industries?: string[];
  outcome?: string;
  english?: { title?: string; summary?: string; keywords?: string[] };
}

/** An entry as the form shows it. */
export interface EntryDetails extends Required<Omit<EntryFields, 'kind' | 'basis' | 'english'>> {
  key: string;
  kind: EntryKind;
  storyKind: 'case' | 'anecdote' | '';
  basis: 'book' | 'illustrative' | '';
  english: Required<NonNullable<EntryFields['english']>>;
}

export interface TermFields {
  term: string;
  en: string;
  zh: string;
  gloss: string;
  aliases: string[];
}

export type BookFields = Record<
  | 'title'
  | 'titleEnglish'
  | 'subtitle'
  | 'subtitleEnglish'
  | 'description'
  | 'descriptionEnglish'
  | 'authors'
  | 'publisher'
  | 'year'
  | 'isbn'
  | 'rights'
  | 'rightsEnglish'
  | 'language',
  string
>;

/** A way to divide a rule into argument and stories: lines of each story's first and last paragraph. */
export interface Division {
  /** How likely it is, 0 to 1. */
  share: number;
  stories: { lines: [number, number]; opening: string }[];
}

/** What an editor does. Lines are numbers of the source's lines. */
export type Action =
  | { do: 'line'; lines: number[]; as: LineChoice }
  | { do: 'join'; lines: number[] }
  /** @property words that the new paragraph starts with, where that is within the line */
  | { do: 'split'; line: number; words?: string }
  | { do: 'case'; lines: [number, number]; kind?: 'case' | 'anecdote' }
  | { do: 'no-case'; entry: string }
  | { do: 'division'; entry: string; stories: [number, number][] }
  | { do: 'entry'; entry: string; fields: EntryFields }
  | { do: 'term'; fields: TermFields }
  | { do: 'book'; fields: BookFields }
  | { do: 'forget'; correction: number };
