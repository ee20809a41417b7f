import type { Check } from '../inspection.ts';

/** Rules that the table of contents lists and the source has no text of. */
export const checkMissingBody: Check = ({ outline: { book } }) =>
  book.chapters.flatMap(({ number, rules }) =>
    rules.flatMap((rule, index) =>
      rule.status === 'missing'
        ? [
            {
              code: 'missing-body' as const,
              severity: 'warning' as const,
              line: rule.line,
              message: `Expected the text of rule ${number}.${index + 1} “${rule.title}” but found none. If its heading reads differently in the source, name that in overrides.yaml.`,
            },
          ]
        : [],
    ),
  );
