import type { Fact } from '../book/fact.ts';

/** What was found out about the book, a fact a line, with where it was found. */
export function printBookFacts(facts: readonly Fact[]): string {
  return facts.map((fact) => `  ${fact.field}: ${shown(fact)}  (${fact.from})`).join('\n');
}

function shown({ value }: Fact): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object') return String(value);
  return 'en' in value && value.en !== undefined ? `${value.zh} / ${value.en}` : value.zh;
}
