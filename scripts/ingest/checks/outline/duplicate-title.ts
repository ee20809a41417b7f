import { matchKey } from '../../../../src/lib/squeeze.ts';
import type { Finding } from '../../../../src/schemas/report.ts';
import type { Check } from '../inspection.ts';

/** Titles that two chapters or two rules share. */
export const checkDuplicateTitle: Check = ({ outline: { book } }) => [
  ...repeats(book.chapters.map(({ title, line }) => ({ title, line, name: 'chapters' }))),
  ...repeats(
    book.chapters.flatMap(({ rules }) => rules.map(({ title, line }) => ({ title, line, name: 'rules' }))),
  ),
];

function repeats(nodes: { title: string; line: number; name: string }[]): Finding[] {
  const first = new Map<string, number>();
  return nodes.flatMap(({ title, line, name }) => {
    const key = matchKey(title);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, line);
      return [];
    }
    return [
      {
        code: 'duplicate-title' as const,
        severity: 'warning' as const,
        line,
        message: `Two ${name} are called “${title}” (the other at line ${earlier}). Readers and translations.yaml can't tell them apart; give one another title in overrides.yaml.`,
      },
    ];
  });
}
