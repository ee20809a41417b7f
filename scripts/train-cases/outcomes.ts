import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Facets } from '../../src/schemas/case.ts';
import { annotatedBooks } from './annotated-books.ts';

/** A story and how it ended, as a reader judged it. */
export interface JudgedStory {
  paragraphs: string[];
  outcome: Facets['outcome'];
}

/**
 * The stories of the casebooks whose outcome was judged (`samples/casebooks/outcomes.yaml`).
 * @throws Error if no story starts with the words given
 */
export function readOutcomes(): JudgedStory[] {
  const file = new URL('../../samples/casebooks/outcomes.yaml', import.meta.url);
  const judged = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Facets['outcome']>>;
  const books = new Map(annotatedBooks().map((book) => [book.name, book]));
  return Object.entries(judged).flatMap(([name, stories]) => {
    const told = (books.get(name)?.rules ?? []).flatMap(({ paragraphs, cases }) =>
      cases.map(({ first, last }) => paragraphs.slice(first, last + 1)),
    );
    return Object.entries(stories).map(([start, outcome]) => {
      const paragraphs = told.find(([first]) => first?.startsWith(start));
      if (!paragraphs) throw new Error(`No story of ${name} starts with “${start}”.`);
      return { paragraphs, outcome };
    });
  });
}
