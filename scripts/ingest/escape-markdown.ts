/**
 * Text as Markdown that renders as that very text: all that has a meaning in Markdown or in directives is
 * escaped.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<~|]/g, '\\$&')
      .replace(/&(?=[#\p{L}])/gu, '&amp;')
      // A directive's name may be Chinese, too.
      .replace(/:(?=[:\p{L}\p{N}_{[])/gu, '\\:')
      // Headings, quotations, lists, rules and underlines at the start of a line.
      .replace(/^([^\S\n]*)([#>=+-]|:(?=:))/gm, '$1\\$2')
      .replace(/^([^\S\n]*\d{1,9})([.)])/gm, '$1\\$2')
      // A break is one line end, never the hard break that two spaces make. Each run of spaces is tried once.
      .replace(/(?<![^\S\n])[^\S\n]+\n/g, '\n')
  );
}
