import type { Check } from '../inspection.ts';

/** The source was not UTF-8, or some of its bytes made no character. */
export const checkEncoding: Check = ({ decoded: { encoding, damaged } }) => [
  ...(encoding === 'UTF-8'
    ? []
    : [
        {
          code: 'encoding' as const,
          severity: 'info' as const,
          line: null,
          message: `Expected UTF-8 but found ${encoding}; it was read as that. Save the source as UTF-8 to be safe, or name its encoding with --encoding.`,
        },
      ]),
  ...(damaged === 0
    ? []
    : [
        {
          code: 'encoding' as const,
          severity: 'warning' as const,
          line: null,
          message: `${damaged} places can't be read as ${encoding} and stand as �. Compare them with another copy of the source.`,
        },
      ]),
];
