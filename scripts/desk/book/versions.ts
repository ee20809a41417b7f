import { isDeepStrictEqual } from 'node:util';
import { EditError } from '../protocol/edit-error.ts';
import type { DeskChange, DeskFinding, DeskView, FindingState, LineMark } from '../protocol/model.ts';
import type { Analysis } from '../view/analysis.ts';
import { findingKeys } from '../view/finding-keys.ts';
import { remediesOf } from '../view/remedies.ts';

/** Versions whose marks are kept, so that a window a little behind gets only the changes. */
const keptVersions = 4;

/** What a version shows besides its lines, the book's name and the undo history. */
type Facts = Omit<DeskView, 'texts' | 'marks' | 'book' | 'canUndo' | 'canRedo'>;

/** A change without the book's name and the undo history. */
type Change = Facts & Pick<DeskChange, 'since' | 'texts' | 'marks'>;

/** The versions of a book that its windows have seen, and what changed from one to the other. */
export class Versions {
  readonly #formerMarks = new Map<number, LineMark[]>();
  #number = 0;
  #analysis: Analysis | undefined;
  #findings: DeskFinding[] = [];

  /** Number of the current version. */
  get number(): number {
    return this.#number;
  }

  get isEmpty(): boolean {
    return this.#analysis === undefined;
  }

  get findings(): readonly DeskFinding[] {
    return this.#findings;
  }

  /** @throws EditError if there is no version yet */
  get analysis(): Analysis {
    if (!this.#analysis) throw new EditError('stale');
    return this.#analysis;
  }

  /**
   * Make an analysis the current version.
   * @param states of the findings that are settled, by their keys
   */
  publish(analysis: Analysis, states: Readonly<Record<string, FindingState>>): void {
    const former = this.#analysis;
    if (former) this.#formerMarks.set(this.#number, former.marks);
    for (const number of this.#formerMarks.keys())
      if (number <= this.#number - keptVersions) this.#formerMarks.delete(number);
    // Lines of another source have nothing in common with those before.
    if (former && former.texts !== analysis.texts && !isDeepStrictEqual(former.texts, analysis.texts))
      this.#formerMarks.clear();
    this.#number += 1;
    this.#analysis = analysis;
    this.#findings = findingsOf(analysis, states);
  }

  facts(): Facts {
    const { tree, lost, counts, title, problem } = this.analysis;
    return {
      version: this.#number,
      title,
      tree,
      findings: this.#findings,
      lost,
      counts,
      ...(problem === undefined ? {} : { problem }),
    };
  }

  /** Everything, for a window that has seen no version. */
  all(): Facts & Pick<DeskView, 'texts' | 'marks'> {
    const { texts, marks } = this.analysis;
    return { ...this.facts(), texts, marks };
  }

  /** What changed since a version; everything if that one is no longer known. */
  changedSince(since: number): Change {
    const { texts, marks } = this.analysis;
    const before = since === this.#number ? marks : this.#formerMarks.get(since);
    const changed = marks.flatMap((mark, index): [number, LineMark][] =>
      before && isSame(before[index], mark) ? [] : [[index, mark]],
    );
    return { ...this.facts(), since, marks: changed, ...(before ? {} : { texts }) };
  }
}

/** The findings with their keys and what can be done about each. */
function findingsOf(analysis: Analysis, states: Readonly<Record<string, FindingState>>): DeskFinding[] {
  const keys = findingKeys(analysis.findings, (line) => analysis.texts[line - 1]);
  const known = {
    markOf: (line: number) => analysis.marks[line - 1],
    tree: analysis.tree,
    lost: analysis.lost.map(({ index }) => index),
  };
  return analysis.findings.map((finding, index) => {
    const key = keys[index] ?? '';
    return { ...finding, key, state: states[key] ?? 'open', remedies: remediesOf(finding, known) };
  });
}

const isSame = (a: LineMark | undefined, b: LineMark): boolean =>
  a === b ||
  (a !== undefined &&
    a.kind === b.kind &&
    a.entry === b.entry &&
    a.story === b.story &&
    a.joint === b.joint &&
    a.decided === b.decided);
