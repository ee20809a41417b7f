import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Action, LineChoice } from '../protocol/model.ts';
import type { EditContext } from './context.ts';
import { CorrectionList } from './correction-list.ts';
import { EditError } from '../protocol/edit-error.ts';
import { textBeside } from './paragraph-lines.ts';

/** Characters of a line by which a correction of paragraphs names it. */
const keptLength = 20;
/** An editor can't have seen more lines than this. */
const maxLines = 2000;

type Of<Do extends Action['do']> = Extract<Action, { do: Do }>;

const textAt = ({ analysis }: EditContext, line: number): string => analysis.texts[line - 1]?.trim() ?? '';

function linesOf(context: EditContext, lines: readonly number[]): number[] {
  const wanted = [...new Set(lines)].filter((line) => textAt(context, line) !== '').sort((a, b) => a - b);
  if (wanted.length === 0 || wanted.length > maxLines) throw new EditError('no-line');
  return wanted;
}

/** Make lines headings of a level, or text, or leave them out of the book. */
export function editLines(context: EditContext, { lines, as }: Of<'line'>): CorrectionList {
  const list = new CorrectionList(context);
  const wanted = new Set(linesOf(context, lines));
  const words = new Set([...wanted].map((line) => squeeze(textAt(context, line))));
  list.remove((override, line) => {
    if (!('heading' in override || 'drop' in override)) return false;
    if (line !== undefined) return wanted.has(line);
    // A correction of all lines with these words would still apply to this one.
    return 'drop' in override && override.line === undefined && words.has(squeeze(override.drop));
  });
  for (const line of wanted) {
    const text = textAt(context, line);
    if (as === 'drop') list.add({ drop: text }, line);
    else list.add({ heading: text, as: levelOf(as) }, line);
  }
  return list;
}

const levelOf = (as: Exclude<LineChoice, 'drop'>) => (as === 'text' || as === 'keep' ? 'prose' : as);

/** Join lines into one paragraph; a single line is joined with the one below it. */
export function editJoin(context: EditContext, { lines }: Of<'join'>): CorrectionList {
  const { marks } = context.analysis;
  const wanted = linesOf(context, lines).filter((line) => marks[line - 1]?.kind === 'text');
  const above = wanted.length > 1 ? wanted.slice(0, -1) : wanted;
  const list = new CorrectionList(context);
  for (const line of above) {
    const below = textBeside(marks, line - 1, 1);
    if (below === undefined) throw new EditError('no-paragraph');
    list.remove(
      (override, at) => ('split' in override && at === below + 1) || ('join' in override && at === line),
    );
    list.add({ join: textAt(context, line).slice(-keptLength) }, line);
  }
  if (above.length === 0) throw new EditError('no-paragraph');
  return list;
}

/** Start a new paragraph at a line, or at words within it. */
export function editSplit(context: EditContext, { line, words }: Of<'split'>): CorrectionList {
  const { marks } = context.analysis;
  const text = textAt(context, line);
  if (text === '' || marks[line - 1]?.kind !== 'text') throw new EditError('no-paragraph');
  const start = words === undefined ? 0 : text.indexOf(words);
  if (start < 0) throw new EditError('no-line');
  const list = new CorrectionList(context);
  if (start === 0) {
    const above = textBeside(marks, line - 1, -1);
    if (above === undefined) throw new EditError('no-paragraph');
    list.remove((override, at) => 'join' in override && at === above + 1);
  }
  list.add({ split: text.slice(start, start + keptLength) }, line);
  return list;
}
