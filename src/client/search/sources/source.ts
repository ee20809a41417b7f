import type { IndexLanguage, PageText } from '../../../search/format/files.ts';
import type { FacetLabels, RecordType } from '../../../search/format/records.ts';
import type { Rung } from '../../../search/query/match/exactly.ts';
import type { FacetCount, Narrowing } from '../../../search/query/rank/facets.ts';

/** A question of a panel: what the reader typed and chose, and how many results to show. */
export interface Asked {
  typed: string;
  /** What the reader chose. */
  narrowing: Narrowing;
  /** What the page is limited to, such as cases. It overrides the reader's choice. */
  scope: Narrowing;
  /** Number of results to show. */
  shown: number;
  /** Whether the reader has opened the filters. */
  looking: boolean;
}

/** A result, with what a list shows of it at once. */
export interface ShownHit {
  type: RecordType;
  id: string;
  title: string;
  /** Language of the title and of the text that was found. */
  language: IndexLanguage;
  /** Address of its page in the reader's language. */
  address: string;
  /** Its handbook, if several are searched. */
  book?: { id: string; title: string };
  /** Fetch the text for its excerpt. */
  text: () => Promise<PageText>;
}

/** An answer. */
export interface Results {
  /** The best results, as many as were asked for. */
  hits: readonly ShownHit[];
  /** Number of results that the reader's choice leaves. */
  total: number;
  /** Number of results without the reader's choice. */
  all: number;
  /** Whether the query is a number, and the first hit the chapter or rule with that number. */
  named: boolean;
  /** Terms to mark. */
  terms: readonly string[];
  /** How the match was relaxed; absent on an exact match, and if nothing was found. */
  relaxed?: Exclude<Rung, 'exact'>;
  /** Words of the query that no page has. */
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

/** What answers a panel: an index that is read in the browser, the indexes of a shelf, or an engine on a server. */
export interface AnswerSource {
  /** Get ready while a reader begins to type. It never rejects; a failure shows when something is asked. */
  warmUp(): Promise<void>;
  /**
   * Answer a question. To ask the same text again with another choice or more results is cheap.
   *
   * @param partly Called with the results so far, if the whole takes longer.
   * @returns `undefined` if there is nothing to search for.
   * @throws UnreachableError if the index or the engine can't be reached.
   */
  ask(asked: Asked, partly: (results: Results) => void): Promise<Results | undefined>;
  /** Suggestions for a text that has no results. */
  suggest(typed: string): Promise<Suggestions>;
}
