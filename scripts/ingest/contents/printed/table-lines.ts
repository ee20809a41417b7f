import { must } from '../../../../src/lib/must.ts';
import { frontKind, isBackHeading } from '../../language/words/section-words.ts';
import type { Line } from '../../model.ts';
import type { TocLine } from '../line/contents-line.ts';
import { isRunningText } from '../line/running-text.ts';

/** Leave out the summaries and quotations that some tables have below their entries. */
export function withoutSummaries(own: Line[]): Line[] {
  const titles = own.filter(({ text }) => !isRunningText(text));
  return titles.length === own.length ? own : titles.filter(({ text }) => !/^\s*[“「『"]/.test(text));
}

/** Whether a line names front or back matter, such as 前言 or 附录, which is no chapter. */
export function isLoose(line: TocLine): boolean {
  return frontKind(line.title) !== undefined || isBackHeading(line.title);
}

/** Join 第1章 alone on its line with the title on the line below. */
export function joinLabels(printed: TocLine[]): TocLine[] {
  const joined: TocLine[] = [];
  for (let i = 0; i < printed.length; i += 1) {
    const line = must(printed[i]);
    const next = printed[i + 1];
    if (line.numbering && line.title === '' && next && !next.numbering && !next.bullet) {
      joined.push({
        ...next,
        numbering: line.numbering,
        page: next.page ?? line.page,
        paged: next.paged || line.paged,
      });
      i += 1;
    } else if (line.title !== '') joined.push(line);
  }
  return joined;
}

/** If at least this share of the lines has a page, what follows the last page is not in the table. */
const minPagedShare = 0.8;

/**
 * Take lines without a page, such as an author's name, off the end of a table whose lines have pages.
 * @returns where the table ends
 */
export function withoutByline(printed: TocLine[], lines: Line[], end: number): number {
  let left = end;
  const paged = printed.filter(({ page }) => page !== null).length;
  for (
    let last = printed.at(-1);
    last && !last.paged && !last.bullet && !last.numbering && paged >= minPagedShare * (printed.length - 1);
    last = printed.at(-1)
  ) {
    printed.pop();
    left = lines.lastIndexOf(last.line, left);
  }
  return left;
}
