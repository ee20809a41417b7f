import { append } from '../../append.ts';
import { numberingAtEnd, numberingOf } from '../../language/numbering.ts';
import { unitWords } from '../../language/numbers/unit-words.ts';
import type { Line, LineFormat } from '../../model.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import { isSiteStamp } from '../../page/furniture/site-stamp.ts';
import type { ForcedHeading } from '../../page/heading.ts';
import { inFormat, readArticle, readMarked } from './by-format.ts';
import type { Candidate } from './line/candidate.ts';
import { findCrumbs, pathOn } from './crumbs.ts';
import { type Layout, measureLayout } from './line/layout.ts';
import { readLine } from './line/read-line.ts';
import { isShaped } from './line/shape.ts';
import { withoutOddTitles } from './odd-titles.ts';
import { readProminent, readSetOff } from './set-off.ts';
import { findTemplates, type TemplateNumber } from './templates.ts';

/** Longer lines are no headings, spaces included. */
const longestLine = 160;
/** The rank of 章 and 回. */
const chapterRank = 2;
/** Labels of cases, pictures and notes (案例1, 图 2), and amounts (300元). Neither opens a section. */
const notHeadings = new RegExp(
  `^[【〖［[（(]?(?:案例|个案|實例|实例|例|故事|小故事|图|圖|表|附表|注|註|答|问|問|示例|样例)\\s?[\\d０-９一二三四五六七八九十]{1,4}|^[\\d０-９]+\\s?(?!${unitWords})(?:元|万|亿|年|月|日|%|％|个|人|名|次|天|分钟|小时|岁|块|米|公里|平方)`,
);

/** Kinds of line that the source marks as something other than a heading. */
const neverHeadings = new Set<LineFormat['kind']>([
  'table',
  'code',
  'caption',
  'footnote',
  'picture',
  'quote',
]);

/** Read every line that could open something. A line that can be read in two forms gives two candidates. */
export function readCandidates(body: BodyLines, forced: ForcedHeading): Candidate[] {
  const crumbs = findCrumbs(body);
  const layout = measureLayout(body);
  const templates = findTemplates(body);
  const candidates: Candidate[] = [];
  // The last line taken as the title of a number above it. It is not read as an unnumbered title too.
  let lastTitle = -1;
  for (const [offset, line] of body.lines.slice(body.start, body.end).entries()) {
    const index = body.start + offset;
    if (body.furniture.has(index) || !mayOpen(line, forced)) continue;
    const read = readForms(body, index, line, layout, crumbs.get(index));
    const isRunning = (line.format?.kind ?? 'paragraph') === 'paragraph';
    const isRead = !isRunning || read.some(({ number }) => number !== undefined);
    const template = isRead ? undefined : templates.get(index);
    const forms = template ? [readTemplate(body, index, template)] : read;
    append(candidates, index > lastTitle ? forms : forms.filter(({ number }) => number !== undefined));
    for (const { number, shaped, last } of forms)
      if (number !== undefined && shaped) lastTitle = Math.max(lastTitle, last);
  }
  return withoutOddTitles(candidates, body);
}

/** Whether a line could open something, by its length, its words and its format. */
function mayOpen(line: Line, forced: ForcedHeading): boolean {
  const { text, format } = line;
  if (text.length > longestLine) return false;
  const words = text.trim();
  if (words === '' || forced(words, line) === 'prose' || (format && neverHeadings.has(format.kind)))
    return false;
  return format?.kind === 'heading' || (!notHeadings.test(words) && !isSiteStamp(words));
}

/** Read one line as every candidate it could be. `crumb` is where the heading starts behind words like 正文. */
function readForms(
  body: BodyLines,
  index: number,
  { format, article }: Line,
  layout: Layout,
  crumb = 0,
): Candidate[] {
  if (article) return readArticle(body, index);
  if (format?.kind === 'heading') return [readMarked(body, index, format.level ?? 1)];
  const candidate = readLine(body, index, crumb);
  const outer = candidate && crumb > 0 ? outerChapter(body, index) : undefined;
  const atEnd = candidate?.loose === true ? byNumberAtEnd(candidate) : undefined;
  if (candidate)
    return [...(outer ? [outer] : []), inFormat(candidate, body, format), ...(atEnd ? [atEnd] : [])];
  if (format === undefined) return readSetOff(body, index, layout);
  return format.prominent === true && format.kind === 'paragraph' ? readProminent(body, index) : [];
}

/** Read a number printed in a pattern of this book's own, such as 第【1】段：标题. */
function readTemplate(body: BodyLines, index: number, template: TemplateNumber): Candidate {
  const whole = body.text(index);
  const { form, number, label, length } = template;
  const title = whole.slice(length).trim();
  const none = { parent: undefined, strong: false, loose: true, shaped: false };
  const candidate = { first: index, last: index, form, rank: 6.4, number, label, whole, title, ...none };
  return { ...candidate, shaped: isShaped(candidate, body) };
}

/** Read 魏书一 武帝纪第一 by the number behind its title, which counts through the whole book. */
function byNumberAtEnd(candidate: Candidate): Candidate | undefined {
  const numbering = numberingAtEnd(candidate.whole);
  if (!numbering || numbering.scheme === candidate.form) return undefined;
  const { scheme, rank, number, label } = numbering;
  return { ...candidate, form: scheme, rank, number, label, title: candidate.whole, strong: true };
}

/** Read the chapter in 第九章 标题 第二节 小标题. Such a line may be the only one that names it. */
function outerChapter(body: BodyLines, index: number): Candidate | undefined {
  const text = body.text(index);
  const isChapter = pathOn(text)?.part === 0 && numberingOf(text)?.rank === chapterRank;
  return isChapter ? readLine(body, index) : undefined;
}
