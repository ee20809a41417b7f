/** Text as Markdown that renders as that very text: every character with a meaning in Markdown or in directives is escaped. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>#|~$:^=+!"'()-]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
