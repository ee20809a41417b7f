import { squeeze } from '../../../src/lib/squeeze.ts';
import type { Action, LineMark } from '../protocol/model.ts';
import type { EditContext } from './context.ts';
import { CorrectionList } from './correction-list.ts';
import { EditError } from '../protocol/edit-error.ts';
import { paragraphEnd, paragraphStart, textBeside } from './paragraph-lines.ts';

/** Characters of a paragraph's beginning and end by which a correction names it, at least. */
const minKeptLength = 16;

type Of<Do extends Action['do']> = Extract<Action, { do: Do }>;

/** Make the paragraphs from one line to another a case. */
export function editCase(context: EditContext, { lines, kind }: Of<'case'>): CorrectionList {
  const list = new CorrectionList(context);
  const [first, last] = storyLines(context, lines);
  list.remove((override, at) => 'case' in override && at !== undefined && at >= first && at <= last);
  addStory(context, list, [first, last], kind);
  return list;
}

/** Make a case ordinary text. */
export function editNoCase(context: EditContext, { entry }: Of<'no-case'>): CorrectionList {
  const [first, last] = linesOfEntry(context, entry);
  const list = new CorrectionList(context);
  list.remove((override, at) => 'case' in override && at !== undefined && at >= first && at <= last);
  addNone(context, list, first);
  return list;
}

/** Make just the given stories the cases of a rule. */
export function editDivision(context: EditContext, { entry, stories }: Of<'division'>): CorrectionList {
  const { tree } = context.analysis;
  const [from, to] = linesOfEntry(context, entry);
  const list = new CorrectionList(context);
  list.remove((override, at) => 'case' in override && at !== undefined && at >= from && at <= to);
  const wanted = stories.map((lines) => storyLines(context, lines));
  const starts = new Set(wanted.map(([first]) => first));
  for (const { kind, lines } of tree)
    if (kind === 'case' && lines && lines[0] >= from && lines[1] <= to && !starts.has(lines[0]))
      addNone(context, list, lines[0]);
  for (const lines of wanted) addStory(context, list, lines);
  return list;
}

function linesOfEntry({ analysis }: EditContext, key: string): [number, number] {
  const item = analysis.tree.find((each) => each.key === key);
  if (!item?.lines) throw new EditError('no-entry');
  return item.lines;
}

/**
 * The first line of the first paragraph and the last line of the last one.
 * @throws EditError if there is no paragraph, or they are not in one rule
 */
function storyLines({ analysis }: EditContext, lines: readonly [number, number]): [number, number] {
  const { marks } = analysis;
  const [from, to] = [Math.min(...lines) - 1, Math.max(...lines) - 1];
  const start = isText(marks[from]) ? from : textBeside(marks, from, 1);
  const end = isText(marks[to]) ? to : textBeside(marks, to, -1);
  if (start === undefined || end === undefined || start > end) throw new EditError('no-paragraph');
  const crossed = marks
    .slice(start, end + 1)
    .some(({ kind }) => ['part', 'chapter', 'rule', 'front', 'contents'].includes(kind));
  if (crossed || marks[start]?.entry?.startsWith('front') === true) throw new EditError('not-one-rule');
  return [paragraphStart(marks, start) + 1, paragraphEnd(marks, end) + 1];
}

const isText = (mark: LineMark | undefined): boolean => mark?.kind === 'text';

function addStory(
  context: EditContext,
  list: CorrectionList,
  [first, last]: [number, number],
  kind?: 'case' | 'anecdote',
): void {
  const ends = context.analysis.texts.slice(first - 1, last - 1).map(squeeze);
  const text = context.analysis.texts[last - 1]?.trim() ?? '';
  // The ingest ends the case at the first paragraph with these last words, so no earlier line may end with them.
  let length = minKeptLength;
  while (length < text.length && ends.some((end) => end.endsWith(squeeze(text.slice(-length)))))
    length += minKeptLength;
  list.add(
    { case: opening(context, first), last: text.slice(-length), ...(kind === undefined ? {} : { kind }) },
    first,
  );
}

function addNone(context: EditContext, list: CorrectionList, first: number): void {
  list.add({ case: opening(context, first), as: 'exposition' }, first);
}

const opening = ({ analysis }: EditContext, line: number): string =>
  (analysis.texts[line - 1]?.trim() ?? '').slice(0, minKeptLength);
