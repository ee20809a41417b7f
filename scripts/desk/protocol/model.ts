// What the desk's page and its server send to each other.
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
  /** The line continues the paragraph above: a hard line break or a page break comes between. */
  joint?: 'wrap' | 'page';
  /** A correction applies to this line. */
  decided?: true;
}

/** Kinds of entries in the outline. */
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
  /** What is doubtful: a rule without its text or a part of it, or a case that may be none. */
  doubt?: 'missing' | 'partial' | 'unsure';
  storyKind?: 'case' | 'anecdote';
  /** Address of its page below the site's base. */
  address?: string;
}

export type FindingState = 'open' | 'done' | 'dismissed';

/** A finding with the key that it keeps over further ingests. */
export interface DeskFinding extends Finding {
  key: string;
  state: FindingState;
  /** What can be done about it, the likeliest first. */
  remedies: Remedy[];
}

/** Something that may settle a finding. */
export type Remedy =
  | { do: 'line'; as: LineChoice; line: number }
  | { do: 'split'; line: number }
  | { do: 'join'; line: number }
  | { do: 'no-case'; entry: string }
  | { do: 'open'; form: 'entry' | 'divisions' | 'book' | 'translations'; entry?: string }
  | { do: 'forget'; correction: number };

/** What an editor can make of a line. */
export type LineChoice = 'part' | 'chapter' | 'rule' | 'section' | 'text' | 'drop' | 'keep';

/** A correction that matches nothing in this edition. */
export interface LostCorrection {
  index: number;
  words: string;
}

/** All that the desk shows of a book. */
export interface DeskView {
  /** It grows with every change of the book, on the desk or elsewhere. */
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
  /** Why there is no outline; absent if there is one. */
  problem?: string;
}

/** What changed since the version `since`. If the source has changed, `texts` has all of its lines. */
export interface DeskChange extends Omit<DeskView, 'texts' | 'marks'> {
  since: number;
  texts?: string[];
  /** Marks that changed, by the index of the line; all marks if the source has changed. */
  marks: [index: number, mark: LineMark][];
}

/** What an editor may set of an entry. A missing field stays as it is; an empty text removes the setting. */
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

/** A way to divide a rule into argument and stories. */
export interface Division {
  /** How likely it is, 0 to 1. */
  share: number;
  /** First and last line of each story, and its first words. */
  stories: { lines: [number, number]; opening: string }[];
}

/** An action of an editor. `lines` are numbers of lines in the source. */
export type Action =
  | { do: 'line'; lines: number[]; as: LineChoice }
  | { do: 'join'; lines: number[] }
  /** `words`: the beginning of the new paragraph, if it is within the line. */
  | { do: 'split'; line: number; words?: string }
  | { do: 'case'; lines: [number, number]; kind?: 'case' | 'anecdote' }
  | { do: 'no-case'; entry: string }
  | { do: 'division'; entry: string; stories: [number, number][] }
  | { do: 'entry'; entry: string; fields: EntryFields }
  | { do: 'term'; fields: TermFields }
  | { do: 'book'; fields: BookFields }
  | { do: 'forget'; correction: number };
