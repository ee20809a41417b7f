/** What a text may name of a book: a chapter, a rule or a case, with its numbers and its permanent code. */
export interface Place {
  kind: 'chapter' | 'rule' | 'case';
  id: string;
  permalink: string;
  /** Chapter: as printed. Rule: `<chapter>.<ordinal>`. */
  number?: number | string | undefined;
  /** Number as printed, if it is more than the figure: 第廿一章, 第二十二条. */
  label?: string | undefined;
  /** Number of the part that it is in. */
  part?: number | undefined;
  /** Chapter that a rule is in. */
  chapter?: string | undefined;
}
