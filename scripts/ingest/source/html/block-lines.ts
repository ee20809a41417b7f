import type { Part } from '../extract/extract.ts';

/** A line of a block that breaks. */
export interface BlockLine {
  parts: Part[];
  /** An empty line is above it: two breaks in a row part paragraphs. */
  apart: boolean;
}

/** The parts of a block by its lines; empty lines are left out. */
export function splitParts(parts: Part[]): BlockLine[] {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    if (part === '\n') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  const isFilled = (line: Part[] = []): boolean =>
    line.some((part) => typeof part !== 'string' || part.trim() !== '');
  return lines.flatMap((line, index) =>
    isFilled(line) ? [{ parts: line, apart: index > 0 && !isFilled(lines[index - 1]) }] : [],
  );
}
