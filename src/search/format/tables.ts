/** Pairs of a Traditional character and the Simplified one that the site has for it, joined: `戶户體体`. */
export type TraditionalTable = string;

/** Groups of words that may replace one another in a search. */
export type SynonymGroups = readonly (readonly string[])[];

/** Syllables with the characters that are read so, as the site ships them. */
export type SyllableTable = Record<string, string>;

/** What the relaxed searches need: `tables-….json`, loaded when the first of them is tried. */
export interface SearchTables {
  traditional: TraditionalTable;
  synonyms: SynonymGroups;
  pinyin: SyllableTable;
}
