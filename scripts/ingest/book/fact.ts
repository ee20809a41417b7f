import { withoutDirectionMarks } from '../../../src/lib/yaml-value.ts';
import type { BookLanguage } from '../../../src/schemas/book.ts';

/** What can be found out about a book, as `book.yaml` has it. */
export interface BookValues {
  title: { zh: string; en?: string };
  subtitle: { zh: string };
  description: { zh: string };
  authors: string[];
  publisher: { zh: string };
  year: number;
  isbn: string;
  rights: { zh: string };
  language: BookLanguage;
}

/** A value and where it was found, such as “line 3”. */
export type Fact = {
  [K in keyof BookValues]: { field: K; value: BookValues[K]; from: string };
}[keyof BookValues];

export function fact<K extends keyof BookValues>(field: K, value: BookValues[K], from: string): Fact {
  // A file's metadata and its name may hold such marks; its text has none any more.
  const plain: unknown = JSON.parse(withoutDirectionMarks(JSON.stringify(value)));
  return { field, value: plain, from } as Fact;
}
