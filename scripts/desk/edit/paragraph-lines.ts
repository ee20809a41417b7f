import type { LineMark } from '../protocol/model.ts';

/** Whether a line belongs to a paragraph. */
const isText = (mark: LineMark | undefined): boolean => mark?.kind === 'text';

/** Index of the next line of text below (1) or above (−1) a line; `undefined` if a heading or the end of the book comes first. */
export function textBeside(marks: readonly LineMark[], index: number, step: 1 | -1): number | undefined {
  for (let i = index + step; i >= 0 && i < marks.length; i += step) {
    if (isText(marks[i])) return i;
    if (['part', 'chapter', 'rule', 'section', 'front'].includes(marks[i]?.kind ?? '')) return undefined;
  }
  return undefined;
}

/** Index of the first line of a line's paragraph. */
export function paragraphStart(marks: readonly LineMark[], index: number): number {
  let start = index;
  while (marks[start]?.joint !== undefined) {
    const above = textBeside(marks, start, -1);
    if (above === undefined) break;
    start = above;
  }
  return start;
}

/** Index of the last line of a line's paragraph. */
export function paragraphEnd(marks: readonly LineMark[], index: number): number {
  let end = index;
  for (;;) {
    const below = textBeside(marks, end, 1);
    if (below === undefined || marks[below]?.joint === undefined) return end;
    end = below;
  }
}
