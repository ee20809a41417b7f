import { wordsOf } from '../../ingest/corrections/anchors.ts';
import { editorLines } from '../../ingest/corrections/line-index.ts';
import type { Overrides } from '../../ingest/corrections/overrides.ts';
import type { Stages } from '../../ingest/run/stages.ts';
import type { Finding } from '../../../src/schemas/report.ts';
import type { DeskView, LineMark, LostCorrection, TreeItem } from '../protocol/model.ts';
import { markLines } from './line-marks.ts';
import { toTree } from './tree.ts';

/** What a run of the ingest shows of a book. The desk adds the undo history and the states of findings. */
export interface Analysis {
  texts: string[];
  /** What each line of the source is. */
  marks: LineMark[];
  tree: TreeItem[];
  findings: Finding[];
  counts: DeskView['counts'];
  lost: LostCorrection[];
  /** The line that each correction applies to; `null` if it names or matches none. */
  corrections: (number | null)[];
  title: string;
  problem?: string;
}

/** The analysis of a book with an outline. */
export function analyse(stages: Stages, title: string): Analysis {
  const { source, report, overrides, entries } = stages;
  return {
    texts: editorLines(source.lines).map(({ text }) => text),
    marks: markLines(stages),
    tree: toTree(entries),
    findings: report.findings,
    counts: { ...report.counts, corrections: overrides.list.length },
    lost: overrides.list.flatMap((override, index) =>
      overrides.matched.has(override) ? [] : [{ index, words: wordsOf(override).words }],
    ),
    corrections: linesOf(overrides),
    title,
  };
}

/** The analysis of a book without an outline: its lines, and the finding that says why. */
export function analyseLines(
  texts: string[],
  overrides: Overrides,
  title: string,
  finding: Finding,
): Analysis {
  const marks = texts.map((text): LineMark => ({ kind: text.trim() === '' ? 'blank' : 'text' }));
  for (const number of overrides.placed.lines.values()) {
    const mark = marks[number - 1];
    if (mark) mark.decided = true;
  }
  return {
    texts,
    marks,
    tree: [],
    findings: [finding],
    counts: { chapters: 0, rules: 0, cases: 0, anecdotes: 0, corrections: overrides.list.length },
    lost: [],
    corrections: linesOf(overrides),
    title,
    problem: finding.message,
  };
}

const linesOf = ({ list, placed }: Overrides): (number | null)[] =>
  list.map((override) => placed.lines.get(override) ?? null);
