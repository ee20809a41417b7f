/** Marks that end a sentence, or a line that introduces one. */
const terminal = /[。！？!?…；;：:.．~～]$/;
const closers = new Set('”’"\'」』）)】〕》〉');
const openerAtStart = /^[“‘「『（(【〔《〈]/;
/** Characters that a paragraph hardly ever starts with, but the rest of a cut one does. */
const continuation = /^[，。、；：！？”’）」』》〉】,.;:!?)的了着过地得吗呢吧么们]/;
const insidePunctuation = /[，。、；：！？“”「」『』]/;
const listMark =
  /^(?:[□☐■☑●○◆◇▪•·*＊※▲△►➢✓√]|[-–—]{1,2}\s|[①-⑳㈠-㈩]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）、.．](?![0-9０-９])|[（(]?[a-zA-Z][)）](?![\w’']))/;
/** A number of several levels, with its title or text behind it: 4.1.3 业务室…, 7.4 采购. No amount: 3.5 万元. */
const decimalMark =
  /^\d{1,2}(?:(?:\.\d{1,2}){2,4}\s*|\.\d{1,2}\s+)(?![万萬亿億元个個倍米吨噸年月日天秒分小公千毫厘克平级級折寸升])\p{Script=Han}/u;
const bracketLabel = /^[【〖［[〔]/;

/** A line of this width, in columns, is running text: 23 Han characters, more than titles have. */
export const proseColumns = 46;
/** With a mark of a sentence in it, so many characters are. */
const minProse = 8;

/** Visible characters, as a measure of length. */
export function visibleLength(text: string): number {
  return text.replace(/\s/g, '').length;
}

/**
 * Whether `text` ends where a sentence may end. For a closing quotation mark or bracket, the character before it
 * decides.
 */
export function endsSentence(text: string): boolean {
  const trimmed = text.trimEnd();
  if (terminal.test(trimmed)) return true;
  let end = trimmed.length;
  while (end > 0 && closers.has(trimmed.charAt(end - 1))) end -= 1;
  return end < trimmed.length && (end === 0 || terminal.test(trimmed.slice(0, end)));
}

/** Whether a quotation or bracket is opened in `text` and not closed. */
export function hasOpenQuote(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if ('“「『（《'.includes(c)) depth += 1;
    else if ('”」』）》'.includes(c)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** Whether `text` closes a quotation that it didn't open. */
export function closesQuote(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if ('“「『（《'.includes(c)) depth += 1;
    else if ('”」』）》'.includes(c) && (depth -= 1) < 0) return true;
  }
  return false;
}

/** Whether `text` reads like running text, not like a heading, a name or a caption. */
export function isProse(text: string): boolean {
  return columns(text) >= proseColumns || (visibleLength(text) >= minProse && insidePunctuation.test(text));
}

/** 地址：…, 注意事项（一）：…: a name and what it is, on a line of their own. */
export function isNamedLine(text: string): boolean {
  return (
    /^[^，。；！？：:“「]{1,14}[：:](?![“「『"])/.test(text) &&
    visibleLength(text) <= 40 &&
    !/[，；]/.test(text)
  );
}

/** Whether `text` reads like the rest of a paragraph cut above it. */
export function startsInside(text: string): boolean {
  return continuation.test(text.trimStart());
}

/** An item of a list, or a 【label】: always a paragraph of its own. */
export function startsItem(text: string): boolean {
  const trimmed = text.trimStart();
  return listMark.test(trimmed) || bracketLabel.test(trimmed);
}

/** Whether `text` starts with a number of several levels, as a clause of its own does. */
export function startsClause(text: string): boolean {
  return decimalMark.test(text.trimStart());
}

/** A 【label】 with at most a title after it: a line of its own, however much its title reads like running text. */
export function isLabelLine(text: string): boolean {
  return bracketLabel.test(text.trimStart()) && visibleLength(text) <= 30 && !text.includes('。');
}

/** Whether `text` starts with an opening quotation mark or bracket. */
export function startsQuote(text: string): boolean {
  return openerAtStart.test(text.trimStart());
}

/** Width in columns: a Han character or full-width mark is two. */
export function columns(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1)
    width += text.charCodeAt(i) >= 0x2e80 || isWideMark(text.charCodeAt(i)) ? 2 : 1;
  return width;
}

/** Marks below U+2E80 that Chinese text sets full-width. */
function isWideMark(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x25ff);
}

/** Han characters and the marks set among them. */
const wide = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]`;
const betweenWide = new RegExp(`(?<=${wide}) (?=${wide})`, 'gu');
/** A gap between two long runs of about one length is meant, as between the halves of a couplet. */
const shortestHalf = 4;
const widestDifference = 3;

/** Text of a heading without the spaces that OCR strews between Han characters; others become one space. */
export function cleanTitle(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  const halves = words.split(' ').map(({ length }) => length);
  const meant =
    halves.length === 2 &&
    Math.min(...halves) >= shortestHalf &&
    Math.max(...halves) - Math.min(...halves) <= widestDifference;
  if (meant) return words;
  // 第一计 瞒天过海, 附录一 常用表单: a number with its unit is a word of its own.
  const number =
    /^(?:第[\p{Script=Han}\d]{1,5}\s(?=\p{Script=Han}{3})|附[录錄件表][\p{Script=Han}\dA-Z]{0,2}\s(?=\p{Script=Han}{2}))/u.exec(
      words,
    )?.[0] ?? '';
  return number + words.slice(number.length).replace(betweenWide, '');
}
