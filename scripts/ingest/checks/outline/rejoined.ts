import type { Check } from '../inspection.ts';

/** Paragraphs that a page break had cut. */
export const checkRejoined: Check = ({ outline: { joins } }) =>
  joins.map((line) => ({
    code: 'rejoined',
    severity: 'info',
    line,
    message: 'A page break had cut the paragraph above this line; the parts were joined.',
  }));
