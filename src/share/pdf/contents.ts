import type { PdfContentsLine, PdfSection } from './book-model.ts';

/** The lines of the printed contents: parts, chapters with their rules, back matter. */
export function contentsOf(sections: readonly PdfSection[]): PdfContentsLine[] {
  return sections.flatMap((section): PdfContentsLine[] => {
    if (section.type === 'part')
      return [{ level: 0, id: section.id, label: section.label, title: section.title }];
    if (section.type === 'back') return [{ level: 1, id: section.id, label: null, title: section.title }];
    if (section.type !== 'chapter') return [];
    const { id, label, title, rules } = section;
    return [
      { level: 1, id, label, title },
      ...rules.map((rule) => ({ level: 2 as const, id: rule.id, label: rule.label, title: rule.title })),
    ];
  });
}
