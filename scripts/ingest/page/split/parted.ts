import type { Line, LineFormat } from '../../model.ts';
import { visibleLength } from '../../language/prose.ts';

/** A longer line is a clause's text; a shorter one may be its title. */
const longestTitle = 24;

/**
 * A line's label and its text as two lines, so that the label is a heading of its own; `undefined` if there is a title
 * behind the label, or nothing.
 * @param length characters of the label
 */
export function parted(line: Line, length: number): Line[] | undefined {
  const trimmed = line.text.trim();
  // As printed: where a PDF gave radicals, they stay.
  const label = trimmed.slice(0, length);
  const text = trimmed.slice(length).trim();
  if (isTitle(text, trimmed.slice(length) !== text)) return undefined;
  const { markdown, ...format } = line.format ?? { kind: 'paragraph' };
  const bare = line.format ? { format } : {};
  const written = markdown === undefined ? undefined : withoutLabel(markdown, label);
  if (markdown !== undefined && written === undefined) return undefined;
  const textFormat: LineFormat | undefined =
    line.format && (written === undefined ? format : { ...format, markdown: written });
  return [
    { number: line.number, text: label, pageBreak: line.pageBreak, article: true, ...bare },
    { number: line.number, text, pageBreak: false, ...(textFormat ? { format: textFormat } : {}) },
  ];
}

/** Whether the text behind a label, with a gap between or not, is a title. */
export function isTitle(text: string, isApart: boolean): boolean {
  return (
    visibleLength(text) <= longestTitle && !/[。；]|[：:，]$/.test(text) && (isApart || !text.includes('，'))
  );
}

/** Markdown without the label in front, bold or not. */
function withoutLabel(markdown: string, label: string): string | undefined {
  const printed = [`**${label}**`, label].find((each) => markdown.startsWith(each));
  return printed === undefined ? undefined : markdown.slice(printed.length).trimStart();
}
