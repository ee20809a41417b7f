import { EditError } from '../protocol/edit-error.ts';
import type { WrittenFile } from '../edit/context.ts';

/** Text of a file before and after an action; `undefined` if there is no file. */
export interface FileChange {
  file: WrittenFile;
  before: string | undefined;
  after: string | undefined;
}

/** The actions since the desk was started, to be undone and done again. */
export class UndoHistory {
  readonly #done: FileChange[][] = [];
  readonly #undone: FileChange[][] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Note an action by the files that it changed. Actions that were undone before can't be done again after it. */
  add(changes: FileChange[]): void {
    this.#done.push(changes);
    this.#undone.length = 0;
  }

  /**
   * The changes that undo the last action, or do the last undone one again. Call {@link moved} once they are carried out.
   * @throws EditError if there is no such action
   */
  next(direction: 'undo' | 'redo'): FileChange[] {
    const changes = (direction === 'undo' ? this.#done : this.#undone).at(-1);
    if (!changes) throw new EditError('nothing-to-undo');
    return direction === 'redo'
      ? changes
      : changes.map(({ file, before, after }) => ({ file, before: after, after: before }));
  }

  /** Note that the changes of {@link next} are carried out. */
  moved(direction: 'undo' | 'redo'): void {
    const [from, to] = direction === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const changes = from.pop();
    if (changes) to.push(changes);
  }
}
