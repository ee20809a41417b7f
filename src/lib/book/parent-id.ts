import type { Case } from '../../schemas/case.ts';

/** Id of the entry that a case is in: a rule, or a chapter without rules. */
export const parentIdOf = ({ id, rule, chapter }: Pick<Case, 'id' | 'rule' | 'chapter'>): string =>
  rule ?? chapter ?? id;
