import { matchKey } from '../../../../src/lib/squeeze.ts';
import type { TocLine } from '../line/contents-line.ts';

/** The lines of a table so far, to notice when the body prints one of them again as a heading. */
export class Listed {
  private readonly printed = new Set<string>();
  /** By the name of a line: whether it has no page. */
  private readonly pageless = new Map<string, boolean>();

  /** Remember a line of the table. */
  add(line: TocLine): void {
    // The table may print a dash where the body prints a number.
    const dashed = line.bullet && !line.numbering ? [`- ${matchKey(line.title)}`] : [];
    for (const name of [nameOf(line), ...dashed]) {
      this.pageless.set(name, (this.pageless.get(name) ?? false) || !line.paged);
    }
  }

  /** Whether a line above text has the words of an earlier one; remembers the line. */
  printsAgain(text: string, isAbove: boolean): boolean {
    const isAgain = isAbove && this.printed.has(text);
    this.printed.add(text);
    return isAgain;
  }

  /** Whether a line repeats an earlier one. If both have pages, both are entries. */
  hasRecurred(line: TocLine): boolean {
    const dashed = line.numbering && line.title !== '' ? [`- ${matchKey(line.title)}`] : [];
    return [nameOf(line), ...dashed].some((name) => {
      const pageless = this.pageless.get(name);
      return pageless !== undefined && (pageless || !line.paged);
    });
  }
}

/** What a line is known by: its number, or its title if it has no number that can be read. */
function nameOf({ numbering, title }: TocLine): string {
  if (numbering?.number !== undefined)
    return `${numbering.scheme} ${numbering.parent ?? ''} ${numbering.number}`;
  return `${numbering?.scheme ?? ''} ${matchKey(title)}`;
}
