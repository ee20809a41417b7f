import { join } from 'node:path';
import { handKeptFiles } from '../../../../src/edition/files/hand-kept.ts';
import { must } from '../../../../src/lib/must.ts';
import { directionMarksIn } from '../../../../src/lib/yaml-value.ts';
import type { Finding } from '../../../../src/schemas/report.ts';
import { readIfThere } from '../../corrections/hand-kept.ts';
import type { Check } from '../inspection.ts';

/** Lines with NULs, zero-width or direction characters, which were taken out. */
export const checkControlChars: Check = ({ controls }) =>
  controls.map(({ line, text }) => ({
    code: 'control-chars',
    severity: 'warning',
    line,
    message: `Took out ${named(text)}: characters that can't be seen, or that reorder text. Nothing to do unless words are missing.`,
  }));

/** Files that the editor of the book in `dir` keeps by hand, in which marks turn text around. They are left out wherever the file is read. */
export async function checkDirectionMarks(dir: string): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const name of ['book.yaml', ...handKeptFiles]) {
    const marks = directionMarksIn((await readIfThere(join(dir, name))) ?? '');
    for (const [line, own] of Map.groupBy(marks, ({ line }) => line))
      found.push({
        code: 'control-chars',
        severity: 'warning',
        line: null,
        message: `Left out of ${name}, line ${String(line)}: ${named(own.map(({ mark }) => mark))}. Such marks turn the text beside them around; take them out of the file.`,
      });
  }
  return found;
}

const named = (characters: Iterable<string>): string =>
  [...new Set(characters)]
    .map((c) => `U+${must(c.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');
