import { join } from 'node:path';
import { handKeptFiles } from '../../../src/edition/files/hand-kept.ts';
import { LineIndex } from '../../ingest/corrections/line-index.ts';
import { Memo } from '../../ingest/run/memo.ts';
import { writtenFiles, type EditContext, type Edited } from '../edit/context.ts';
import { edit } from '../edit/edit.ts';
import { editTranslations, setEnglish } from '../edit/edit-entry.ts';
import { bookFieldsOf } from '../edit/edit-vocabulary.ts';
import { hadEffect } from '../edit/effect.ts';
import { detailsOf, entryOf } from '../edit/entry-details.ts';
import { EditError } from '../protocol/edit-error.ts';
import type {
  Action,
  BookFields,
  DeskChange,
  DeskView,
  EntryDetails,
  FindingState,
} from '../protocol/model.ts';
import { printSheet, readSheet, rowName, toRows, type SheetRow } from '../translations/sheet.ts';
import { alikeLines } from '../view/shape.ts';
import type { DeskOptions } from './desk-options.ts';
import { divisionsOf, type Divisions } from './divisions.ts';
import { HandKeptFiles } from './hand-kept-files.ts';
import { readRemembered, writeRemembered, type Remembered } from './remembered.ts';
import { runBook, type BookRun } from './run-book.ts';
import { stampOf } from './stamp.ts';
import { UndoHistory, type FileChange } from './undo-history.ts';
import { Versions } from './versions.ts';

/** Milliseconds between two checks whether a file has changed. */
const checkIntervalMs = 300;

/** A book on the desk: what the ingest makes of it, what the editor changes, and what can be undone. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #files: HandKeptFiles;
  readonly #memo = new Memo();
  readonly #history = new UndoHistory();
  readonly #remembered: Remembered;
  readonly #versions = new Versions();
  #run: BookRun | undefined;
  #stamp = '';
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#files = new HandKeptFiles(options.out, options.shipped);
    this.#remembered = readRemembered(options.memory);
  }

  /** All that there is to see. */
  async view(): Promise<DeskView> {
    return this.#inTurn(async () => {
      await this.#catchUp();
      return { ...this.#versions.all(), ...this.#ownFacts() };
    });
  }

  /** What changed since a version. Waits for a change; `undefined` if none comes within some milliseconds. */
  async changes(since: number, maxWaitMs: number): Promise<DeskChange | undefined> {
    const end = performance.now() + maxWaitMs;
    for (;;) {
      await this.#inTurn(() => this.#catchUp());
      if (this.#versions.number !== since) return this.#changedSince(since);
      if (performance.now() > end) return undefined;
      await new Promise((resolve) => setTimeout(resolve, checkIntervalMs));
    }
  }

  /**
   * Do what an editor asks for, if the book is as the editor saw it.
   * @throws EditError if it can't be done, or changes nothing; then all files are as before
   */
  async act(version: number, action: Action): Promise<DeskChange> {
    return this.#inTurn(async () => {
      await this.#expect(version);
      await this.#carryOut(edit(this.#context(), action), () => this.#hadEffect(action));
      if (action.do === 'entry' && action.fields.english) this.#noteTranslated([action.entry]);
      return this.#changedSince(version);
    });
  }

  /**
   * Undo the last action, or do the last undone one again.
   * @throws EditError if there is none, or a file was changed elsewhere since
   */
  async move(version: number, direction: 'undo' | 'redo'): Promise<DeskChange> {
    return this.#inTurn(async () => {
      await this.#expect(version);
      const changes = this.#history.next(direction);
      if (changes.some(({ file, before }) => this.#files.onDisk(file) !== before))
        throw new EditError('changed-outside');
      for (const { file, after } of changes) this.#files.write(file, after);
      this.#history.moved(direction);
      await this.#refresh();
      return this.#changedSince(version);
    });
  }

  /** Remember whether findings are settled. */
  async settle(keys: readonly string[], state: FindingState): Promise<DeskChange> {
    return this.#inTurn(async () => {
      await this.#catchUp();
      const since = this.#versions.number;
      const known = new Set(this.#versions.findings.map(({ key }) => key));
      const { findings } = this.#remembered;
      for (const key of keys) {
        if (!known.has(key)) continue;
        if (state === 'open') Reflect.deleteProperty(findings, key);
        else findings[key] = state;
      }
      writeRemembered(this.#options.memory, this.#remembered);
      this.#versions.publish(this.#versions.analysis, findings);
      return this.#changedSince(since);
    });
  }

  /** The fields of an entry, for its form. */
  async details(key: string): Promise<EntryDetails> {
    return this.#inTurn(() => detailsOf(entryOf(this.#run?.stages?.entries, key)));
  }

  /** The fields of the book, for their form. */
  async book(): Promise<BookFields> {
    return this.#inTurn(() => bookFieldsOf(this.#bookYaml()));
  }

  /** Numbers of the lines of the same shape as a line, itself included. */
  async alike(line: number): Promise<number[]> {
    return this.#inTurn(() => alikeLines(this.#versions.analysis.texts, line));
  }

  /** The likeliest ways to divide the rule, or the chapter without rules, that an entry belongs to. */
  async divisions(key: string): Promise<Divisions> {
    return this.#inTurn(() => divisionsOf(this.#run?.stages, key));
  }

  /** Every entry with its English. */
  async translations(): Promise<SheetRow[]> {
    return this.#inTurn(() => this.#rows());
  }

  /** The same as a spreadsheet. */
  async sheet(): Promise<string> {
    return this.#inTurn(() => printSheet(this.#rows()));
  }

  /**
   * Set the English that a spreadsheet brings.
   * @throws EditError if it is no such spreadsheet, or its English can't be written
   */
  async takeSheet(
    version: number,
    text: string,
  ): Promise<{ change: DeskChange; taken: number; unknown: string[]; outdated: string[] }> {
    return this.#inTurn(async () => {
      await this.#expect(version);
      const returned = readSheet(text, this.#rows());
      if (!returned) throw new EditError('unreadable');
      const { changes, unknown, outdated } = returned;
      if (changes.length > 0) {
        const translated = editTranslations(this.#context(), (document) => {
          for (const { row, english } of changes)
            setEnglish(document, row.kind, row.title, row.title, english);
        });
        await this.#carryOut(new Map([['translations.yaml', translated]]), () => true);
        this.#noteTranslated(
          changes.filter(({ row }) => !outdated.includes(row.title)).map(({ row }) => row.key),
        );
      }
      return { change: this.#changedSince(version), taken: changes.length, unknown, outdated };
    });
  }

  /** Do one thing after the other: an action sees the book as the one before left it. */
  #inTurn<T>(make: () => T | Promise<T>): Promise<T> {
    const next = this.#queue.then(make);
    this.#queue = next.catch(() => undefined);
    return next;
  }

  async #expect(version: number): Promise<void> {
    await this.#catchUp();
    if (version !== this.#versions.number) throw new EditError('stale');
  }

  /** Read the book anew if a file of it has changed. */
  async #catchUp(): Promise<void> {
    if (this.#versions.isEmpty || this.#stamp !== this.#currentStamp()) await this.#refresh();
  }

  #currentStamp(): string {
    const { source, out, shipped } = this.#options;
    const names = [...new Set([...handKeptFiles, ...writtenFiles])];
    return stampOf([source, ...[out, shipped].flatMap((dir) => names.map((name) => join(dir, name)))]);
  }

  async #refresh(): Promise<void> {
    this.#stamp = this.#currentStamp();
    this.#run = await runBook(this.#options, this.#memo, this.#run?.analysis.texts ?? []);
    this.#versions.publish(this.#run.analysis, this.#remembered.findings);
  }

  /** What the desk adds to a version. */
  #ownFacts(): Pick<DeskView, 'book' | 'canUndo' | 'canRedo'> {
    const { canUndo, canRedo } = this.#history;
    return { book: this.#options.name, canUndo, canRedo };
  }

  #changedSince(since: number): DeskChange {
    return { ...this.#versions.changedSince(since), ...this.#ownFacts() };
  }

  #bookYaml(): string {
    return this.#files.onDisk('book.yaml') ?? this.#run?.stages?.book.yaml ?? '';
  }

  #context(): EditContext {
    const { analysis } = this.#versions;
    const { name } = this.#options;
    const { stages, overrides = [] } = this.#run ?? {};
    return {
      name,
      analysis,
      lines: new LineIndex(
        stages?.source.lines ??
          analysis.texts.map((text, index) => ({ number: index + 1, text, pageBreak: false })),
      ),
      overrides,
      entries: stages?.entries,
      read: (file) =>
        file === 'book.yaml' ? this.#bookYaml() : this.#files.text(file, name, stages?.entries),
    };
  }

  /** Write an edit's files. They are taken back if the edit misses its effect, or costs an entry or a correction. */
  async #carryOut(edited: Edited, hasEffect: () => boolean): Promise<void> {
    const changes: FileChange[] = [...edited]
      .map(([file, after]) => ({ file, before: this.#files.onDisk(file), after }))
      .filter(({ before, after }) => before !== after);
    if (changes.length === 0) throw new EditError('no-effect');
    const before = this.#versions.analysis;
    for (const { file, after } of changes) this.#files.write(file, after);
    await this.#refresh();
    const { lost, problem } = this.#versions.analysis;
    const isWorse =
      lost.length > before.lost.length || (problem !== undefined && before.problem === undefined);
    if (isWorse || !hasEffect()) {
      for (const { file, before: text } of changes) this.#files.write(file, text);
      await this.#refresh();
      throw new EditError('no-effect');
    }
    this.#history.add(changes);
  }

  #hadEffect(action: Action): boolean {
    const { marks, problem } = this.#versions.analysis;
    return problem !== undefined || hadEffect(action, marks);
  }

  #rows(): SheetRow[] {
    const entries = this.#run?.stages?.entries;
    return entries ? toRows(entries, this.#remembered.translatedFrom) : [];
  }

  /** Remember the Chinese that English was made from. */
  #noteTranslated(keys: readonly string[]): void {
    const wanted = new Set(keys);
    for (const row of this.#rows())
      if (wanted.has(row.key))
        this.#remembered.translatedFrom[rowName(row)] = {
          summary: row.summary,
          keywords: row.keywords.join('；'),
        };
    writeRemembered(this.#options.memory, this.#remembered);
  }
}
