import type { Check } from '../inspection.ts';

/** Chapters and rules that the body has and the table of contents hasn't. */
export const checkExtraHeading: Check = ({ outline: { toc, headings, nodes } }) => {
  if (!toc) return [];
  const listed = new Set(toc.entries.map(({ level }) => level));
  return headings.flatMap((heading) => {
    const node = nodes.get(heading);
    if (
      heading.entry ||
      !node ||
      heading.level === 'part' ||
      heading.level === 'section' ||
      !listed.has(heading.level)
    )
      return [];
    return [
      {
        code: 'extra-heading' as const,
        severity: 'warning' as const,
        line: node.line,
        message: `The heading “${node.title}” is not in the table of contents; it was taken for a ${heading.level}. If it is none, say so in overrides.yaml (heading: ${node.title}, as: prose).`,
      },
    ];
  });
};
