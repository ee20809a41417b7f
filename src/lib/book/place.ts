/** A chapter, rule or case that a text may refer to, with its numbers and its permanent code. */
export interface Place {
  kind: 'chapter' | 'rule' | 'case';
  id: string;
  permalink: string;
  /** Chapter: as printed. Rule: `<chapter>.<ordinal>`. */
  number?: number | string | undefined;
  /** Number as printed, if it is more than the figure: 第廿一章, 第二十二条. */
  label?: string | undefined;
  /** Number of its part. */
  part?: number | undefined;
  /** Id of a rule's chapter. */
  chapter?: string | undefined;
}
