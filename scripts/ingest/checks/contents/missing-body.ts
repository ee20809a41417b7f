import type { Check } from '../inspection.ts';

/** Rules that have no text: their heading is in the table of contents alone, or another one follows it at once. */
export const checkMissingBody: Check = ({ outline: { book, toc } }) =>
  book.chapters.flatMap(({ number, rules }) =>
    rules.flatMap((rule, index) =>
      rule.status === 'missing'
        ? [
            {
              code: 'missing-body' as const,
              severity: 'warning' as const,
              line: rule.line,
              message: `Expected the text of rule ${number}.${index + 1} “${rule.title}” but found none. ${toc ? ifListed : ifPrinted}`,
            },
          ]
        : [],
    ),
  );

const ifListed = 'If its heading reads differently in the source, name that in overrides.yaml.';
const ifPrinted =
  'Another heading follows it at once. If it heads those below it, or is text, say so in overrides.yaml (heading: …, as: part, chapter or prose).';
