import type { Check } from '../inspection.ts';

/** The full outline lost or doubled characters, so every line was kept as it is instead. */
export const checkPlainOutline: Check = ({ outline: { isPlain } }) =>
  isPlain
    ? [
        {
          code: 'plain-outline',
          severity: 'warning',
          line: null,
          message:
            'The outline with rules, cases and page furniture did not account for every character, so only the chapters were kept, with every line as it stands. This is a fault of the program: please report it with the source.',
        },
      ]
    : [];
