import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';

/**
 * The text of raw HTML, without tags, comments, scripts and styles, and with its named characters read (&nbsp;). It
 * keeps its line ends, so that lines keep their numbers.
 */
export function stripHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, (element) => element.replace(/[^\n]/g, ''))
    .replace(/<\/(?:td|th|tr|li|p|div)\s*>(?=[^\n]*\S)/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, (tag) => tag.replace(/[^\n]/g, ''))
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi, (name) =>
      toString(fromHtml(name, { fragment: true })),
    );
}
