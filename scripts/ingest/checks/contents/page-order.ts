import type { Check } from '../inspection.ts';

/** Page numbers of the table of contents that fall. */
export const checkPageOrder: Check = ({ outline: { toc } }) => {
  let last = 0;
  return (toc?.entries ?? []).flatMap(({ title, page, line }) => {
    if (page === null) return [];
    const above = last;
    last = page;
    return page < above
      ? [
          {
            code: 'page-order' as const,
            severity: 'warning' as const,
            line,
            message: `Expected a page from ${above} on for “${title}” but found ${page}. Look for a misread number or lines that changed places.`,
          },
        ]
      : [];
  });
};
