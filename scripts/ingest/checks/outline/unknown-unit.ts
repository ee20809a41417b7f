import { numberingOf } from '../../language/numbering.ts';
import type { Check } from '../inspection.ts';

/** Chapters that are counted in a unit that is known from this book alone. */
export const checkUnknownUnit: Check = ({ outline: { book, leveled } }) => {
  const form = leveled.levels?.chapters.form;
  const first = book.chapters.find(({ label }) => label !== undefined && /^第/.test(label));
  if (form === undefined || first?.label === undefined || numberingOf(`${first.label} `) !== undefined)
    return [];
  return [
    {
      code: 'unknown-unit',
      severity: 'info',
      line: first.line,
      message: `The chapters are called ${first.label} and so on, a unit that is known from its use here alone: ${leveled.levels?.why.join(', ') ?? ''}. If these are no chapters, say so in overrides.yaml (heading: …, as: prose).`,
    },
  ];
};
