import type { Case } from '../../schemas/case.ts';

/** Id of the entry that tells a case: a rule, or a chapter without rules. */
export const tellerOf = ({ id, rule, chapter }: Pick<Case, 'id' | 'rule' | 'chapter'>): string =>
  rule ?? chapter ?? id;
