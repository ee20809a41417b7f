import type { Action, LineMark } from '../protocol/model.ts';

/**
 * Whether an action had the effect that it is for. Only one about lines can miss it: a line that the ingest goes on to read as
 * text is no chapter, whatever the correction says.
 * @param marks of the lines after the action
 */
export function hadEffect(action: Action, marks: readonly LineMark[]): boolean {
  if (action.do !== 'line') return true;
  return action.lines.some((line) => {
    const kind = marks[line - 1]?.kind ?? 'blank';
    if (action.as === 'drop') return kind === 'dropped';
    if (action.as === 'text' || action.as === 'keep')
      return kind === 'text' || kind === 'label' || kind === 'marker';
    return kind === action.as;
  });
}
