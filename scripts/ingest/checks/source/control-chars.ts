import type { Check } from '../inspection.ts';
import { must } from '../../../../src/lib/must.ts';

/** Lines with NULs, zero-width or direction characters, which were taken out. */
export const checkControlChars: Check = ({ controls }) =>
  controls.map(({ line, text }) => ({
    code: 'control-chars',
    severity: 'warning',
    line,
    message: `Took out ${[...new Set(text)].map((c) => `U+${must(c.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}`).join(', ')}: characters that can't be seen, or that reorder text. Nothing to do unless words are missing.`,
  }));
