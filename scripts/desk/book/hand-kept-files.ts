import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Entries } from '../../ingest/entries/entry.ts';
import type { WrittenFile } from '../edit/context.ts';

/** The hand-kept files of one book, with those of the shipped edition as a beginning. */
export class HandKeptFiles {
  readonly #dir: string;
  readonly #shipped: string;

  constructor(dir: string, shipped: string) {
    this.#dir = dir;
    this.#shipped = shipped;
  }

  path(file: WrittenFile): string {
    return join(this.#dir, file);
  }

  /** Text of the book's own file; `undefined` if it has none. */
  onDisk(file: WrittenFile): string | undefined {
    const path = this.path(file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /**
   * Text that an edit starts from: the book's own file. If it has none, the ingest reads the shipped edition's, so a new file starts
   * with what applies to the book there.
   */
  text(file: WrittenFile, name: string, entries: Entries | undefined): string {
    const text = this.onDisk(file);
    if (text !== undefined || file === 'book.yaml') return text ?? '';
    if (file === 'translations.yaml') return titlesInUse(entries);
    const path = join(this.#shipped, file);
    const shipped = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return file === 'glossary.yaml' || shipped.includes(name) ? shipped : '';
  }

  /** Write a file whole or not at all; `undefined` removes it. */
  write(file: WrittenFile, text: string | undefined): void {
    const path = this.path(file);
    if (text === undefined) {
      rmSync(path, { force: true });
      return;
    }
    mkdirSync(this.#dir, { recursive: true });
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
}

/** A new `translations.yaml` starts with the English titles in use. Other translations are of another book. */
function titlesInUse(entries: Entries | undefined): string {
  if (!entries) return '';
  const titles = (list: { data: { title: { zh: string; en?: string | undefined } } }[]) =>
    Object.fromEntries(
      list.flatMap(({ data: { title } }) =>
        title.en === undefined ? [] : [[title.zh, { title: title.en }]],
      ),
    );
  const all = {
    chapters: titles(entries.chapters),
    rules: titles(entries.rules),
    cases: titles(entries.cases),
  };
  const used = Object.fromEntries(
    Object.entries(all).filter(([, section]) => Object.keys(section).length > 0),
  );
  return Object.keys(used).length > 0 ? stringify(used, { lineWidth: 110 }) : '';
}
