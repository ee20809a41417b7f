import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { editorLines, LineIndex } from '../../ingest/corrections/line-index.ts';
import { readHandKept } from '../../ingest/corrections/hand-kept.ts';
import { placeOverrides, readOverrides } from '../../ingest/corrections/overrides.ts';
import { likeliestDivisions } from '../../ingest/cases/find-cases.ts';
import type { ChapterNode, RuleNode } from '../../ingest/model.ts';
import { InputError } from '../../ingest/input-error.ts';
import { Memo } from '../../ingest/run/memo.ts';
import { runStages, type Stages } from '../../ingest/run/stages.ts';
import { readSource, readSourceBytes } from '../../ingest/source/read-source.ts';
import type { Encoding } from '../../ingest/source/text/decode.ts';
import { handKeptFiles } from '../../../src/edition/files/hand-kept.ts';
import { writtenFiles, type EditContext, type Edited } from '../edit/context.ts';
import { EditError } from '../protocol/edit-error.ts';
import { edit } from '../edit/edit.ts';
import { editTranslations, setEnglish } from '../edit/edit-entry.ts';
import { detailsOf, entryOf } from '../edit/entry-details.ts';
import { bookFieldsOf } from '../edit/edit-vocabulary.ts';
import { HandKeptFiles } from './hand-kept-files.ts';
import type {
  Action,
  BookFields,
  DeskChange,
  DeskFinding,
  DeskView,
  Division,
  EntryDetails,
  FindingState,
  LineMark,
} from '../protocol/model.ts';
import { readRemembered, writeRemembered, type Remembered } from './remembered.ts';
import { Sitting, type FileChange } from './sitting.ts';
import { printSheet, readSheet, rowName, toRows, type SheetRow } from '../translations/sheet.ts';
import { analyse, analyseLines, type Analysis } from '../view/analysis.ts';
import { findingKeys } from '../view/finding-keys.ts';
import { remediesOf } from '../view/remedies.ts';
import { shapeOf } from '../view/shape.ts';

export interface DeskOptions {
  source: string;
  /** The source's name: the key of its corrections. */
  name: string;
  /** Folder of the book's content. */
  out: string;
  encoding: Encoding | undefined;
  /** Folder of the shipped edition's content. */
  shipped: string;
  /** File of what is remembered beside the book. */
  memory: string;
}

/** Versions whose marks are kept, so that a window that is a little behind gets only the changes. */
const keptVersions = 4;
/** Milliseconds between two looks at whether a file changed. */
const lookEvery = 300;
/** Divisions of a rule that are offered. */
const maxDivisions = 3;
/** Lines of one shape that are shown. */
const mostAlike = 2000;

/** A book on the desk: what the ingest makes of it, what the editor changes, and what was done in this sitting. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #files: HandKeptFiles;
  readonly #memo = new Memo();
  readonly #sitting = new Sitting();
  readonly #remembered: Remembered;
  readonly #former = new Map<number, LineMark[]>();
  #version = 0;
  #stages: Stages | undefined;
  #analysis: Analysis | undefined;
  #findings: DeskFinding[] = [];
  #overrides: EditContext['overrides'] = [];
  #stamp = '';
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#files = new HandKeptFiles(options.out, options.shipped);
    this.#remembered = readRemembered(options.memory);
  }

  /** All that there is to see. */
  async view(): Promise<DeskView> {
    return this.#turn(async () => {
      await this.#look();
      return this.#shown();
    });
  }

  /** What changed since a version; waits until something does, at most some milliseconds. */
  async changes(since: number, maxWaitMs: number): Promise<DeskChange | undefined> {
    const end = performance.now() + maxWaitMs;
    for (;;) {
      await this.#turn(() => this.#look());
      if (this.#version !== since) return this.#changedSince(since);
      if (performance.now() > end) return undefined;
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }

  /**
   * Do what an editor asks for, if the book is as the editor saw it.
   * @throws EditError if it can't be done, or changes nothing; then all files are as before
   */
  async act(version: number, action: Action): Promise<DeskChange> {
    return this.#turn(async () => {
      await this.#expect(version);
      const context = this.#context();
      await this.#carryOut(edit(context, action), () => this.#took(action));
      if (action.do === 'entry' && action.fields.english) this.#noteTranslated([action.entry]);
      return this.#changedSince(version);
    });
  }

  async move(version: number, direction: 'undo' | 'redo'): Promise<DeskChange> {
    return this.#turn(async () => {
      await this.#expect(version);
      const changes = this.#sitting.next(direction);
      if (changes.some(({ file, before }) => this.#files.onDisk(file) !== before))
        throw new EditError('changed-outside');
      for (const { file, after } of changes) this.#files.write(file, after);
      this.#sitting.moved(direction);
      await this.#refresh();
      return this.#changedSince(version);
    });
  }

  /** Remember whether a finding is settled. */
  async settle(keys: readonly string[], state: FindingState): Promise<DeskChange> {
    return this.#turn(async () => {
      await this.#look();
      const since = this.#version;
      const known = new Set(this.#findings.map(({ key }) => key));
      const { findings } = this.#remembered;
      for (const key of keys) {
        if (!known.has(key)) continue;
        if (state === 'open') Reflect.deleteProperty(findings, key);
        else findings[key] = state;
      }
      writeRemembered(this.#options.memory, this.#remembered);
      this.#publish(this.#known());
      return this.#changedSince(since);
    });
  }

  async details(key: string): Promise<EntryDetails> {
    return this.#turn(() => detailsOf(entryOf(this.#stages?.entries, key)));
  }

  async book(): Promise<BookFields> {
    return this.#turn(() => bookFieldsOf(this.#files.onDisk('book.yaml') ?? this.#stages?.book.yaml ?? ''));
  }

  /** Lines of the shape of a line, itself included. */
  async alike(line: number): Promise<number[]> {
    return this.#turn(() => {
      const { texts } = this.#known();
      const shape = shapeOf(texts[line - 1] ?? '');
      if (shape === undefined) return [line];
      return texts.flatMap((text, index) => (shapeOf(text) === shape ? [index + 1] : [])).slice(0, mostAlike);
    });
  }

  /** The likeliest ways to divide the rule, or the chapter without rules, that a line or entry belongs to. */
  async divisions(key: string): Promise<{ entry: string; divisions: Division[] }> {
    return this.#turn(() => {
      const { entry, node } = this.#teller(key);
      const teller = 'rules' in node ? { paragraphs: node.opening, status: 'complete' as const } : node;
      const divisions = likeliestDivisions(teller, maxDivisions).map(({ share, stories }) => ({
        share,
        stories: stories.map(([first, last]) => ({
          lines: [teller.paragraphs[first]?.lines[0] ?? 1, teller.paragraphs[last]?.lines[1] ?? 1] as [
            number,
            number,
          ],
          opening: teller.paragraphs[first]?.text.slice(0, 60) ?? '',
        })),
      }));
      return { entry, divisions };
    });
  }

  async translations(): Promise<SheetRow[]> {
    return this.#turn(() => this.#rows());
  }

  async sheet(): Promise<string> {
    return this.#turn(() => printSheet(this.#rows()));
  }

  /** Set the English that a spreadsheet brings. */
  async takeSheet(
    version: number,
    text: string,
  ): Promise<{ change: DeskChange; taken: number; unknown: string[]; outdated: string[] }> {
    return this.#turn(async () => {
      await this.#expect(version);
      const returned = readSheet(text, this.#rows());
      if (!returned) throw new EditError('unreadable');
      const { changes, unknown, outdated } = returned;
      if (changes.length > 0) {
        const context = this.#context();
        const translated = editTranslations(context, (document) => {
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

  /** One thing after another: an action sees the book as the one before left it. */
  #turn<T>(make: () => T | Promise<T>): Promise<T> {
    const next = this.#queue.then(make);
    this.#queue = next.catch(() => undefined);
    return next;
  }

  async #expect(version: number): Promise<void> {
    await this.#look();
    if (version !== this.#version) throw new EditError('stale');
  }

  /** Read the book anew if a file of it has changed. */
  async #look(): Promise<void> {
    if (this.#analysis === undefined || this.#stamp !== this.#stampNow()) await this.#refresh();
  }

  #stampNow(): string {
    const { source, out, shipped } = this.#options;
    const names = [...new Set([...handKeptFiles, ...writtenFiles])];
    const paths = [source, ...[out, shipped].flatMap((dir) => names.map((name) => join(dir, name)))];
    return paths
      .map((path) => {
        if (!existsSync(path)) return '';
        const { mtimeMs, size } = statSync(path);
        return `${String(mtimeMs)} ${String(size)}`;
      })
      .join('\n');
  }

  async #refresh(): Promise<void> {
    this.#stamp = this.#stampNow();
    this.#publish(await this.#run());
  }

  async #run(): Promise<Analysis> {
    const { name } = this.#options;
    try {
      const stages = await runStages(this.#options, this.#memo);
      this.#stages = stages;
      this.#overrides = stages.overrides.list;
      return analyse(stages, titleOf(stages.book.yaml, name));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return this.#runLines(error);
    }
  }

  /** Without an outline there are still the lines and the editor's corrections of them. */
  async #runLines(error: InputError): Promise<Analysis> {
    const { source, encoding, out, name } = this.#options;
    this.#stages = undefined;
    const finding = error.finding ?? {
      code: 'no-headings' as const,
      severity: 'error' as const,
      line: null,
      message: error.message,
    };
    try {
      const { lines } = await readSource(await readSourceBytes(source), encoding);
      const overrides = placeOverrides(readOverrides(readHandKept(out, 'overrides.yaml'), name), lines);
      this.#overrides = overrides.list;
      return analyseLines(
        editorLines(lines).map(({ text }) => text),
        overrides,
        name,
        finding,
      );
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault;
      this.#overrides = [];
      const before = this.#analysis?.texts ?? [];
      return analyseLines(before, placeOverrides(readOverrides('', name), []), name, finding);
    }
  }

  /** Show what a run came to, under a new number. */
  #publish(analysis: Analysis): void {
    if (this.#analysis) this.#former.set(this.#version, this.#analysis.marks);
    for (const version of this.#former.keys())
      if (version <= this.#version - keptVersions) this.#former.delete(version);
    // Lines of another source have nothing in common with those before.
    if (
      this.#analysis &&
      this.#analysis.texts !== analysis.texts &&
      !isDeepStrictEqual(this.#analysis.texts, analysis.texts)
    )
      this.#former.clear();
    this.#version += 1;
    this.#analysis = analysis;
    const keys = findingKeys(analysis.findings, (line) => analysis.texts[line - 1]);
    const known = {
      markOf: (line: number) => analysis.marks[line - 1],
      tree: analysis.tree,
      lost: analysis.lost.map(({ index }) => index),
    };
    this.#findings = analysis.findings.map((finding, i) => {
      const key = keys[i] ?? '';
      return {
        ...finding,
        key,
        state: this.#remembered.findings[key] ?? 'open',
        remedies: remediesOf(finding, known),
      };
    });
  }

  #known(): Analysis {
    if (!this.#analysis) throw new EditError('stale');
    return this.#analysis;
  }

  #shown(): DeskView {
    const { texts, marks } = this.#known();
    return { ...this.#rest(), texts, marks };
  }

  #rest(): Omit<DeskView, 'texts' | 'marks'> {
    const { tree, lost, counts, title, problem } = this.#known();
    return {
      version: this.#version,
      book: this.#options.name,
      title,
      tree,
      findings: this.#findings,
      lost,
      counts,
      canUndo: this.#sitting.canUndo,
      canRedo: this.#sitting.canRedo,
      ...(problem === undefined ? {} : { problem }),
    };
  }

  #changedSince(since: number): DeskChange {
    const { texts, marks } = this.#known();
    const before = since === this.#version ? marks : this.#former.get(since);
    const changed = marks.flatMap((mark, index): [number, LineMark][] =>
      before && isSame(before[index], mark) ? [] : [[index, mark]],
    );
    return { ...this.#rest(), since, marks: changed, ...(before ? {} : { texts }) };
  }

  #context(): EditContext {
    const analysis = this.#known();
    const { name } = this.#options;
    const entries = this.#stages?.entries;
    return {
      name,
      analysis,
      lines: new LineIndex(
        this.#stages?.source.lines ??
          analysis.texts.map((text, index) => ({ number: index + 1, text, pageBreak: false })),
      ),
      overrides: this.#overrides,
      entries,
      read: (file) =>
        file === 'book.yaml'
          ? (this.#files.onDisk(file) ?? this.#stages?.book.yaml ?? '')
          : this.#files.text(file, name, entries),
    };
  }

  /** Write an edit's files, and take them back if the edit isn't `taken` or if it loses a text. */
  async #carryOut(edited: Edited, taken: () => boolean): Promise<void> {
    const changes: FileChange[] = [...edited]
      .map(([file, after]) => ({ file, before: this.#files.onDisk(file), after }))
      .filter(({ before, after }) => before !== after);
    if (changes.length === 0) throw new EditError('no-effect');
    const before = this.#known();
    for (const { file, after } of changes) this.#files.write(file, after);
    await this.#refresh();
    const { lost, problem } = this.#known();
    const isWorse =
      lost.length > before.lost.length || (problem !== undefined && before.problem === undefined);
    if (isWorse || !taken()) {
      for (const { file, before: text } of changes) this.#files.write(file, text);
      await this.#refresh();
      throw new EditError('no-effect');
    }
    this.#sitting.add(changes);
  }

  /** Whether an action had the effect on its lines that it is for. */
  #took(action: Action): boolean {
    if (action.do !== 'line' || this.#known().problem !== undefined) return true;
    const { marks } = this.#known();
    return action.lines.some((line) => {
      const kind = marks[line - 1]?.kind ?? 'blank';
      if (action.as === 'drop') return kind === 'dropped';
      if (action.as === 'text' || action.as === 'keep')
        return kind === 'text' || kind === 'label' || kind === 'marker';
      return kind === action.as;
    });
  }

  #rows(): SheetRow[] {
    return this.#stages ? toRows(this.#stages.entries, this.#remembered.translatedFrom) : [];
  }

  /** Remember what the Chinese was when it was put into English. */
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

  /** What tells the stories of an entry: a rule, or a chapter without rules. */
  #teller(key: string): { entry: string; node: RuleNode | ChapterNode } {
    const { entries, outline } = this.#stages ?? {};
    if (!entries || !outline) throw new EditError('no-entry');
    const entry = entryOf(entries, key);
    const { kind, data } = entry;
    const chapters = outline.book.chapters.map((node, index) => ({
      node,
      id: entries.chapters[index]?.data.id ?? '',
    }));
    const rules = outline.book.chapters.flatMap((chapter) => chapter.rules);
    const id = kind === 'case' ? (data.rule ?? data.chapter ?? '') : data.id;
    const rule = rules[entries.rules.findIndex((each) => each.data.id === id)];
    if (rule) return { entry: `rule ${id}`, node: rule };
    const chapter = chapters.find((each) => each.id === id)?.node;
    if (!chapter || chapter.rules.length > 0) throw new EditError('no-entry');
    return { entry: `chapter ${id}`, node: chapter };
  }
}

const isSame = (a: LineMark | undefined, b: LineMark): boolean =>
  a === b ||
  (a !== undefined &&
    a.kind === b.kind &&
    a.entry === b.entry &&
    a.story === b.story &&
    a.joint === b.joint &&
    a.decided === b.decided);

function titleOf(yaml: string, name: string): string {
  return bookFieldsOf(yaml).title || name;
}
