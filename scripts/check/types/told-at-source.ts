import type { CodeFile, Place } from './component-code.ts';

/** What Astro allows and TypeScript doesn't: an attribute twice, and a page that returns a response. */
const allowed = new Set(['TS17001', 'TS1108']);

/** A fault in the compiler's own form: `src/pages/404.astro(3,1): error …`. */
export const faultAt = ({ component, line, column }: Place, fault: string): string =>
  `${component}(${String(line)},${String(column)}): ${fault}`;

/** The index of a line and column that are counted from one. */
function indexOf(code: string, line: number, column: number): number {
  let start = 0;
  for (let before = 1; before < line; before++) start = code.indexOf('\n', start) + 1;
  return start + column - 1;
}

/**
 * What the compiler said, with places in components instead of places in the code made of them.
 * @param folder of that code, with slashes, as the compiler names it
 */
export function toldAtSource(said: string, folder: string, files: ReadonlyMap<string, CodeFile>): string {
  const told: string[] = [];
  let left = false;
  for (const line of said.split('\n')) {
    const [, path = '', row, column, fault = ''] = /^(\S.*?)\((\d+),(\d+)\): (.*)$/.exec(line) ?? [];
    const file = path.startsWith(`${folder}/`) ? files.get(path.slice(folder.length + 1)) : undefined;
    // A fault may have further lines, which begin with spaces.
    if (file === undefined) {
      if (!line.startsWith(' ')) left = false;
      if (!left) told.push(line);
      continue;
    }
    const place = file.placeOf(indexOf(file.code, Number(row), Number(column)));
    left = place === undefined || allowed.has(/TS\d+/.exec(fault)?.[0] ?? '');
    if (place !== undefined && !left) told.push(faultAt(place, fault));
  }
  return told.join('\n').replaceAll(`${folder}/`, '').trim();
}
