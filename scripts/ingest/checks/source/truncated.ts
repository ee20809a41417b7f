import type { Check } from '../inspection.ts';

/** The source ends within a sentence. */
export const checkTruncated: Check = ({ outline: { truncated } }) =>
  truncated === undefined
    ? []
    : [
        {
          code: 'truncated',
          severity: 'warning',
          line: truncated,
          message:
            'The source ends within a sentence, so the rule there is marked as partial. Look whether a longer copy of the text is to be had.',
        },
      ];
