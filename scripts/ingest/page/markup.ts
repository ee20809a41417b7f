import { numberingOf } from '../language/numbering.ts';
import type { Dropped, Line } from '../model.ts';
import { withoutTags } from './html-tags.ts';

/** A heading's hashes, and its text. Between them is white space, or a Chinese text begins. */
const heading =
  /^\s{0,3}(#{1,6})(?:[ \t\u3000]+|(?=[\p{Script=Han}[【（《“「]|\*\*\S))(\S.*?)(?:\s+#+)?\s*$/u;
/** A longer line with hashes is no heading. */
const maxHeading = 200;
/** The line above and below code. */
const fence = /^\s{0,3}(```|~~~)/;
const emphasis = /^(\*\*|__)(.+)\1$/;
/** A line in bold from end to end. A longer one than the pattern takes is no heading. */
const boldLine = /^(\*\*|__)((?!\s|\1)(?:(?!\1).){0,78}\S)\1$/;
/** A number in bold before the text: **第一条**　为了…. */
const boldNumber = /^(\*\*|__)((?!\s|\1)[^*_]{1,14}?)\1(?=[\s\u3000]*\S)/;
/** A line of nothing but the same few marks; three are enough where they are dashes, equals signs or stars. */
const ruler = /^(?:([-=_*~#＝－—─━═＿～＊+])(?:\s*\1){2,}|[-=_*~#＝－—─━═＿～＊+╔╗╚╝┌┐└┘├┤│║]{6,})$/;
/** An HTML comment on a line of its own. */
const comment = /^<!--.*-->$/;
/** 全书完, （完结）, THE END: the book ends here. */
const endMark =
  /^[（(【〔[—\-=*\s]*(?:全[书文篇剧]完|全书终|全文终|本书完|正文完|完结|大结局|第.{1,5}[章回卷部篇集]完|the\s?end)[）)】〕\]—\-=*。！\s]*$/i;

/** The lines without their markup, and the markup that was taken out. */
export interface Unmarked {
  lines: Line[];
  dropped: Dropped[];
}

/**
 * Take out of plain text the marks that are none of its words:
 * - Markdown's heading marks, whose level goes into the line's format; not within fenced code.
 * - The stars of lines that are bold from end to end, and of numbers in bold before a text.
 * - Tags of HTML, if there are several lines with some.
 * - HTML comments, rulers, and marks of the book's end.
 *
 * Heading marks, bold lines and bold numbers count only if there are two of a kind: one alone may be part of the text.
 */
export function readMarkup(source: Line[]): Unmarked {
  const { lines, dropped } = withoutTags(source);
  const marked = lines.some(({ format }) => format?.kind === 'heading') ? [] : markedLines(lines);
  const levels = new Map(marked.length > 1 ? marked : []);
  const isBold = lines.filter(({ text, format }) => !format && boldLine.test(text.trim())).length > 1;
  const isNumbered = lines.filter(({ text, format }) => !format && boldNumberOf(text.trim())).length > 1;
  const unmarked = lines.map((line, index) => {
    const text = line.text.trim();
    if (text === '' || isPreformatted(line)) return line;
    const found = levels.get(index);
    if (found) {
      drop(dropped, line, 'markup', around(text, found.title));
      return { ...line, text: found.title, format: { kind: 'heading' as const, level: found.level } };
    }
    const bold = isBold && !line.format ? boldLine.exec(text)?.[2] : undefined;
    if (bold !== undefined) {
      drop(dropped, line, 'markup', around(text, bold));
      const format = { kind: 'paragraph' as const, prominent: true as const };
      return { ...line, text: line.text.replace(text, () => bold), format };
    }
    const number = isNumbered && !line.format ? boldNumberOf(text) : undefined;
    if (number !== undefined) {
      const plain = text.replace(boldNumber, () => number);
      drop(dropped, line, 'markup', (boldNumber.exec(text)?.[1] ?? '').repeat(2));
      return { ...line, text: line.text.replace(text, () => plain) };
    }
    if (comment.test(text)) return emptied(dropped, line, 'markup');
    if (isRuler(text)) return { ...emptied(dropped, line, 'furniture'), ruler: true as const };
    if (endMark.test(text)) return emptied(dropped, line, 'furniture');
    return line;
  });
  return { lines: unmarked, dropped };
}

/** Whether every mark of a line is part of it: of code, a drawing or a table's row. */
function isPreformatted({ format }: Line): boolean {
  return format?.kind === 'code' || format?.kind === 'table';
}

/** The number in bold that a line begins with; `undefined` if what is bold there is no number. */
function boldNumberOf(text: string): string | undefined {
  const number = /^[*_]/.test(text) ? boldNumber.exec(text)?.[2] : undefined;
  return number !== undefined && numberingOf(number)?.length === number.length ? number : undefined;
}

/** A line of dashes, equals signs or stars, which separates the lines above and below. */
export function isRuler(text: string): boolean {
  return ruler.test(text);
}

function markedLines(lines: Line[]): [number, { level: number; title: string }][] {
  const found: [number, { level: number; title: string }][] = [];
  let fenced = false;
  lines.forEach(({ text }, index) => {
    if (fence.test(text)) fenced = !fenced;
    const match = fenced || text.length > maxHeading ? null : heading.exec(text);
    if (!match) return;
    const [, hashes = '', printed = ''] = match;
    found.push([index, { level: hashes.length, title: emphasis.exec(printed)?.[2] ?? printed }]);
  });
  return found;
}

function emptied(dropped: Dropped[], line: Line, reason: 'markup' | 'furniture'): Line {
  drop(dropped, line, reason, line.text.trim());
  return { ...line, text: '' };
}

function drop(dropped: Dropped[], { number }: Line, reason: Dropped['reason'], text: string): void {
  if (text !== '') dropped.push({ line: number, text, reason });
}

/** The visible characters of `text` before and behind `part`. */
function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return `${text.slice(0, at)}${text.slice(at + part.length)}`.replace(/\s/g, '');
}
