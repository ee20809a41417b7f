import type { Check } from '../inspection.ts';

/** The source has no table of contents. */
export const checkNoToc: Check = ({ outline: { toc } }) =>
  toc
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
