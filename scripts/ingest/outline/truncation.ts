import { endsSentence, hasOpenQuote, isNamedLine, visibleLength } from '../language/prose.ts';
import type { ChapterNode, Line, Paragraph, RuleNode } from '../model.ts';

/**
 * Find the line that the source breaks off in, and mark the rule there as partial.
 * @returns `undefined` if the source ends with a sentence, or has back matter
 */
export function findTruncation(chapters: ChapterNode[], hasBack: boolean, lines: Line[]): number | undefined {
  if (hasBack) return undefined;
  let last: Paragraph | undefined;
  let rule: RuleNode | undefined;
  for (const chapter of chapters) {
    for (const node of [chapter, ...chapter.rules]) {
      const paragraph = 'rules' in node ? node.opening.at(-1) : node.paragraphs.at(-1);
      if (!paragraph || (last && last.lines[1] > paragraph.lines[1])) continue;
      last = paragraph;
      rule = 'rules' in node ? undefined : node;
    }
  }
  // A row of a table, code and a caption may end without a full stop.
  if (!last || (last.format && last.format.kind !== 'paragraph') || !breaksOff(last.text)) return undefined;
  if (rule) rule.status = 'partial';
  return Math.min(last.lines[1], lines.length);
}

/** Whether a text ends within a sentence. A short line without a comma may be a name or a date. */
function breaksOff(text: string): boolean {
  if (hasOpenQuote(text)) return true;
  if (isNamedLine(text) || text.startsWith('|')) return false;
  if (endsSentence(text) && !/[：:；;]$/.test(text)) return false;
  return /[，。、；：]/.test(text) || visibleLength(text) >= 16;
}
