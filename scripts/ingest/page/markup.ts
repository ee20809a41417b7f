import { numberingOf } from '../language/numbering.ts';
import type { Dropped, Line } from '../model.ts';

const heading =
  /^\s{0,3}(#{1,6})(?:[ \t\u3000]+|(?=[\p{Script=Han}[【（《“「]|\*\*\S))(\S.*?)(?:\s+#+)?\s*$/u;
const fence = /^\s{0,3}(```|~~~)/;
const emphasis = /^(\*\*|__)(.+)\1$/;
/** A line in bold from end to end; what is longer is no heading. */
const boldLine = /^(\*\*|__)((?!\s|\1)(?:(?!\1).){0,78}\S)\1$/;
/** A number in bold before the text: **第一条**　为了…. */
const boldNumber = /^(\*\*|__)((?!\s|\1)[^*_]{1,14}?)\1(?=[\s\u3000]*\S)/;
/** A line of nothing but the same few marks; three are enough where they are dashes, equals signs or stars. */
const ruler = /^(?:([-=_*~#＝－—─━═＿～＊+])(?:\s*\1){2,}|[-=_*~#＝－—─━═＿～＊+╔╗╚╝┌┐└┘├┤│║]{6,})$/;
const comment = /^<!--.*-->$/;
const endMark =
  /^[（(【〔[—\-=*\s]*(?:全[书文篇剧]完|全书终|全文终|本书完|正文完|完结|大结局|第.{1,5}[章回卷部篇集]完|the\s?end)[）)】〕\]—\-=*。！\s]*$/i;

/** The lines without their markup, and the markup that was taken out. */
export interface Unmarked {
  lines: Line[];
  dropped: Dropped[];
}

/**
 * Remove Markdown's heading marks from plain text: the level goes into the line's format, the hashes are
 * dropped. This happens only if the text has at least two such lines, since a # may be part of the text. Fenced
 * code is left alone. Likewise with lines that are bold from end to end, and with numbers in bold before a text, whose
 * stars are dropped.
 */
export function readMarkup(lines: Line[]): Unmarked {
  const dropped: Dropped[] = [];
  const marked = lines.some(({ format }) => format?.kind === 'heading') ? [] : markedLines(lines);
  const levels = new Map(marked.length > 1 ? marked : []);
  const isBold = lines.filter(({ text, format }) => !format && boldLine.test(text.trim())).length > 1;
  const isNumbered = lines.filter(({ text, format }) => !format && boldNumberOf(text.trim())).length > 1;
  const unmarked = lines.map((line, index) => {
    const text = line.text.trim();
    if (text === '') return line;
    const found = levels.get(index);
    if (found) {
      drop(dropped, line, 'markup', withoutOnce(text, found.title));
      return { ...line, text: found.title, format: { kind: 'heading' as const, level: found.level } };
    }
    const bold = isBold && !line.format ? boldLine.exec(text)?.[2] : undefined;
    if (bold !== undefined) {
      drop(dropped, line, 'markup', withoutOnce(text, bold));
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

/** The number that a line has in bold before its text. */
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
    const match = fenced || text.length > 200 ? null : heading.exec(text);
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

/** The visible characters of `text` around `part`. */
function withoutOnce(text: string, part: string): string {
  const at = text.indexOf(part);
  return `${text.slice(0, at)}${text.slice(at + part.length)}`.replace(/\s/g, '');
}
