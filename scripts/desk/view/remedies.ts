import type { Finding } from '../../../src/schemas/report.ts';
import type { LineChoice, LineMark, Remedy, TreeItem } from '../protocol/model.ts';

/** What remedies depend on. */
interface Known {
  markOf: (line: number) => LineMark | undefined;
  tree: readonly TreeItem[];
  /** Indexes of the corrections that match nothing. */
  lost: readonly number[];
}

/** Findings that are settled by saying what their line is, with the likeliest choices first. */
const lineChoices: Partial<Record<Finding['code'], LineChoice[]>> = {
  'repeated-furniture': ['keep', 'section'],
  'extra-heading': ['text', 'section', 'chapter', 'rule'],
  'restarted-numbers': ['text', 'section', 'chapter', 'rule'],
  'front-heavy': ['text', 'section', 'chapter', 'rule'],
  'unsure-chapters': ['chapter', 'rule', 'section', 'text'],
  'numbered-text': ['chapter', 'rule', 'section'],
  'unknown-unit': ['chapter', 'rule', 'section'],
  'no-headings': ['chapter', 'rule', 'section'],
  'missing-body': ['rule', 'chapter'],
  'toc-mismatch': ['rule', 'chapter'],
};

/** What can be done about a finding, the likeliest first. */
export function remediesOf({ code, line, message }: Finding, { markOf, tree, lost }: Known): Remedy[] {
  if (code === 'unmatched-override') return lost.map((correction) => ({ do: 'forget', correction }));
  if (code === 'untranslated') {
    const id = /\(([\d-]+)\)/.exec(message)?.[1];
    const entry = tree.find((item) => item.id === id && item.kind !== 'front')?.key;
    return [
      {
        do: 'open',
        form: entry === undefined ? 'translations' : 'entry',
        ...(entry === undefined ? {} : { entry }),
      },
    ];
  }
  if (line === null) return [];
  const entry = markOf(line)?.entry;
  const inEntry = entry === undefined ? {} : { entry };
  const lines = lineChoices[code];
  if (lines) return lines.map((level) => ({ do: 'line', line, as: level }));
  const divisions: Remedy = { do: 'open', form: 'divisions', ...inEntry };
  switch (code) {
    case 'low-confidence-case':
      return entry?.startsWith('case ') === true ? [{ do: 'no-case', entry }, divisions] : [divisions];
    case 'all-narrative':
      return [divisions];
    case 'rejoined':
      return [{ do: 'split', line }];
    case 'duplicate-title':
    case 'unsafe-title':
      return [{ do: 'open', form: 'entry', ...inEntry }];
    default:
      return [];
  }
}
