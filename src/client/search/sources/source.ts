import type { IndexLanguage, PageText } from '../../../search/format/files.ts';
import type { FacetLabels, RecordType } from '../../../search/format/records.ts';
import type { Rung } from '../../../search/query/match/exactly.ts';
import type { FacetCount, Narrowing } from '../../../search/query/rank/facets.ts';

/** What a panel asks: what a reader typed and chose, and how much of it is to be shown. */
export interface Asked {
  typed: string;
  /** What the reader chose. */
  narrowing: Narrowing;
  /** What the page brings; it goes before the reader's choice. */
  scope: Narrowing;
  /** How many results are shown. */
  shown: number;
  /** Whether the reader looks at what there is to narrow by. */
  looking: boolean;
}

/** A result, with all that a list shows at once. */
export interface ShownHit {
  type: RecordType;
  id: string;
  title: string;
  /** Language of the title and of the text that was found. */
  language: IndexLanguage;
  /** Its page in the reader's language, or the page that leads there. */
  address: string;
  /** The handbook that it is from, if there are several. */
  book?: { id: string; title: string };
  /** What its excerpt is made of. */
  text: () => Promise<PageText>;
}

/** What a source answers. */
export interface Results {
  /** The best, as many as were asked for. */
  hits: readonly ShownHit[];
  /** How many there are that the reader's choice leaves. */
  total: number;
  /** How many there would be without it. */
  all: number;
  /** Whether the first hit is what a number in the query names. */
  named: boolean;
  /** What to mark. */
  terms: readonly string[];
  /** How the match was relaxed; absent on an exact match, and if nothing was found. */
  relaxed?: Exclude<Rung, 'exact'>;
  /** Words of the query that are nowhere. */
  missing: readonly string[];
  /** What the results can be narrowed by. */
  facets: readonly FacetCount[];
  labels: FacetLabels;
  /** Sentences about the answer itself, such as which handbook has not answered. */
  notes?: readonly string[];
}

/** Suggestions if nothing was found. */
export interface Suggestions {
  titles: readonly { title: string; address: string }[];
  keywords: readonly string[];
}

/** Where a panel's answers come from: an index that is read in the browser, the indexes of a shelf, an engine on a server. */
export interface AnswerSource {
  /** Get ready, while a reader begins to type. Never fails: a failure shows when something is asked. */
  warmUp(): Promise<void>;
  /**
   * Answer a reader. Asking the same again with other choices or more to show is cheap.
   *
   * @param partly Called with the results so far, if the whole takes longer.
   * @returns `undefined` if there is nothing to search for.
   * @throws UnreachableError if the index or the engine can't be reached.
   */
  ask(asked: Asked, partly: (results: Results) => void): Promise<Results | undefined>;
  /** What is near to a text that nothing answers. */
  suggest(typed: string): Promise<Suggestions>;
}
