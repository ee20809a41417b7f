import { readFileSync } from 'node:fs';
import type { Localized } from '../schemas/localized.ts';
import type { ShelfLanguage } from '../schemas/shelf.ts';

/** A handbook as the home shows it. */
export interface HomeBook {
  id: string;
  /** Its first page. */
  address: string;
  title: Localized;
  /** The character in its seal. */
  mark: string;
  department?: Localized | undefined;
  languages: ShelfLanguage[];
  /** Absent if the handbook could not be asked. */
  counts?: { chapters: number; rules: number; cases: number } | undefined;
  /** Whether the search asks it from the first; one that could not be read may answer later. */
  searched: boolean;
}

/** What the pages of a shelf's home are made of. */
export interface ShelfHome {
  title: Localized;
  description?: Localized | undefined;
  /** Origins of handbooks on other sites. */
  origins: string[];
  books: HomeBook[];
}

/** The shelf that is being built; `npm run shelf` sets where its data is. */
export function readHome(): ShelfHome {
  const path = process.env['SHELF_HOME'];
  if (path === undefined)
    throw new Error('SHELF_HOME is not set. Build a shelf by `npm run shelf`, not by Astro alone.');
  return JSON.parse(readFileSync(path, 'utf8')) as ShelfHome;
}

/** Books of one department, in the order of the list. */
export interface Department {
  name: Localized | undefined;
  books: HomeBook[];
}

/** The books by department, in the order in which the list first names these; those of none come last. */
export function byDepartment(books: readonly HomeBook[]): Department[] {
  const departments = new Map<string, Department>();
  for (const book of books) {
    const key = book.department?.zh ?? '';
    const known = departments.get(key);
    if (known) known.books.push(book);
    else departments.set(key, { name: book.department, books: [book] });
  }
  const all = [...departments.values()];
  return [...all.filter(({ name }) => name), ...all.filter(({ name }) => !name)];
}
