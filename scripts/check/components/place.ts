/** A place in a file; lines and columns are counted from one. */
export interface Place {
  /** The file's path below the project, with slashes. */
  path: string;
  line: number;
  column: number;
}

/** The place of an index of a file's text. */
export function placeAt(path: string, text: string, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  return { path, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** The index of a line and column. */
export function indexAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let before = 1; before < line; before++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** A fault in the form that TypeScript's compiler has: `src/pages/404.astro(3,1): error …`. */
export const faultAt = ({ path, line, column }: Place, fault: string): string =>
  `${path}(${String(line)},${String(column)}): ${fault}`;
