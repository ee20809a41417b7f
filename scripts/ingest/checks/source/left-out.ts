import type { Check } from '../inspection.ts';

/** Places that are named for each kind of thing. */
const maxNamed = 5;

/**
 * Contents of the source's format that a text can't hold: comments, deleted changes, running heads, pictures
 * outside the file.
 */
export const checkLeftOut: Check = ({ leftOut }) =>
  [...Map.groupBy(leftOut, ({ what }) => what)].map(([what, all]) => {
    const named = all.slice(0, maxNamed).flatMap(({ place, text }) => {
      const words = text === undefined ? '' : `“${text.replace(/\s+/g, ' ')}”`;
      return place === undefined && words === '' ? [] : [[place, words].filter(Boolean).join(' ')];
    });
    const places =
      named.length === 0 ? '' : ` (${named.join('; ')}${all.length > named.length ? '; …' : ''})`;
    return {
      code: 'left-out',
      severity: /picture/.test(what) ? 'warning' : 'info',
      line: null,
      message: `Left out ${what}: ${all.length}${places}. If the book needs what is in them, write it into its text.`,
    };
  });
