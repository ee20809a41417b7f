/**
 * Pairs of a character and one that the site has for it in its own script, joined: `戶户體体`. A character of a
 * Traditional site may have several, the most frequent first: `发發发髮`.
 */
export type TraditionalTable = string;

/** Groups of words that may replace one another in a search. */
export type SynonymGroups = readonly (readonly string[])[];

/** Syllables with the characters that are read so, as the site ships them. */
export type SyllableTable = Record<string, string>;

/** What the relaxed searches need: `tables-….json`, loaded when the first of them is tried. */
export interface SearchTables {
  traditional: TraditionalTable;
  /** The site is in Traditional characters, and the table leads there from Simplified ones. */
  fromSimplified?: boolean;
  synonyms: SynonymGroups;
  pinyin: SyllableTable;
}
