import type { Check } from '../inspection.ts';
import type { Outline } from '../../outline/outline.ts';

/** The source has no table of contents, and its own format doesn't mark the chapters either. */
export const checkNoToc: Check = ({ outline }) =>
  outline.toc || isMarked(outline)
    ? []
    : [
        {
          code: 'no-toc',
          severity: 'warning',
          line: null,
          message:
            'No table of contents (目录) was found, so headings were told by their numbering and shape, and pages are unknown. Add one to the source if a heading was missed.',
        },
      ];

/** Whether each chapter's heading is one by the source's own format. */
function isMarked({ headings, lines }: Outline): boolean {
  const chapters = headings.filter(({ level }) => level === 'chapter');
  return chapters.length > 0 && chapters.every(({ first }) => lines[first]?.format?.kind === 'heading');
}
