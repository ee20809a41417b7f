import type { Check } from '../inspection.ts';
import { must } from '../../../../src/lib/must.ts';

/** Page numbers and running heads that were left out. */
export const checkRepeatedFurniture: Check = ({ outline: { lines, furniture } }) =>
  furniture.groups.map(({ text, lines: indexes }) => ({
    code: 'repeated-furniture',
    severity: 'info',
    line: must(lines[must(indexes[0])]).number,
    message: `Left out as page furniture: “${text}”, ${indexes.length === 1 ? 'once' : `${indexes.length} lines`}. If it is text, say so in overrides.yaml (heading: …, as: prose).`,
  }));
