/** The text of raw HTML, without tags, comments, scripts and styles. It keeps its line ends, so that lines keep their numbers. */
export function stripHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (element) => element.replace(/[^\n]/g, ''))
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => tag.replace(/[^\n]/g, ''));
}
