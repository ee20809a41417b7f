import { readToc } from '../../contents/read-contents.ts';
import type { Line } from '../../model.ts';
import type { ForcedHeading } from '../../page/heading.ts';
import { chaptersIn, isBetter, isHardlyFound, minShareBelow, shareBelow } from './compare.ts';
import { isMarked, isPoor, minTimesListed } from './contents-worth.ts';
import { type Structure, structureBy } from './structure-by.ts';

/**
 * Find the headings by the table of contents, if there is one and it fits. One whose headings the body lacks may be of
 * another edition; then the body's own headings are the outline.
 */
export function findStructure(printed: Line[], forced: ForcedHeading): Structure {
  const toc = readToc(printed);
  const listed = toc ? structureBy(toc, printed, forced) : undefined;
  if (listed && toc && (isPoor(toc, printed) || isMarked(listed))) {
    // The table's lines stay out of the text, though its entries don't count.
    const own = structureBy({ ...toc, entries: [] }, printed, forced);
    if (isMarked(listed) || chaptersIn(own) >= minTimesListed * chaptersIn(listed)) return own;
  }
  if (!toc || !listed || listed.headings.every(({ entry }) => entry === undefined)) {
    const own = structureBy(undefined, printed, forced);
    return listed && chaptersIn(own) === 0 ? listed : own;
  }
  if (!isHardlyFound(listed) && shareBelow(listed) >= minShareBelow) return listed;
  const own = structureBy(undefined, printed, forced);
  return isBetter(own, listed, toc, printed) ? own : listed;
}
