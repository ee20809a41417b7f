import { append } from '../../append.ts';
import { insideBrackets } from '../../language/brackets.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import type { ForcedHeading } from '../../page/heading.ts';
import type { Line, LineFormat } from '../../model.ts';
import { isFolio } from '../../language/folio.ts';
import { markerOf } from '../../language/case-markers.ts';
import { simplified } from '../../language/simplified.ts';
import {
  gluedNumberingOf,
  looseNumberingOf,
  numberingAtEnd,
  numberingOf,
  numeralAlone,
  type Numbering,
} from '../../language/numbering.ts';
import {
  closesQuote,
  endsSentence,
  isNamedLine,
  isProse,
  startsInside,
  visibleLength,
} from '../../language/prose.ts';
import type { Candidate } from './candidate.ts';
import { isSiteStamp } from '../../page/furniture/site-stamp.ts';
import { findCrumbs, pathOn } from './crumbs.ts';
import { indentOf, measureLayout, type Layout } from './layout.ts';
import { readProminent, readSetOff } from './set-off.ts';
import { findTemplates, type TemplateNumber } from './templates.ts';

/** Longer lines are no headings, spaces included. */
const longestLine = 160;
/** The longest heading of a strong form, such as a couplet, and of a weak one. */
const longestStrong = 60;
const longestWeak = 40;
/** Ranks above this number lists as often as headings. */
const weakRank = 5.5;
/** The rank of 章 and 回. */
const chapterRank = 2;
/** A mark before a title. A star has no space behind it: with one, it marks a list's item. */
const ornament =
  /^(?:([●■★☆◆◇※▲△○◎►▶▪◼❖✦✿·•]|(?!\p{N})\p{Emoji_Presentation}\ufe0f?)\s{0,4}(?=\S)|([*＊])(?=[\p{Script=Han}《“]))/u;
/** Lines that label a case, a picture or a note, never a section; nor is an amount one. */
const notHeadings =
  /^[【〖［[（(]?(?:案例|个案|實例|实例|例|故事|小故事|图|圖|表|附表|注|註|答|问|問|示例|样例)\s?[\d０-９一二三四五六七八九十]{1,4}|^[\d０-９]+\s?(?:元|万|亿|年|月|日|%|％|个|人|名|次|天|分钟|小时|岁|块|米|公里|平方)/;
/** What a site that cuts long chapters in pages prints behind their number: 第三章（2）, 第三章2. In 第三章 2, 2 is a title. */
const pageCounter = /^(?:\s*[（(][0-9０-９]{1,3}[）)]|[0-9０-９]{1,2})$/;
/** <篇名>标题: the tag that a collection of old books has before each title. */
const tagged = /^<([\p{Script=Han}]{2,4})>(?=\S)/u;
const bracketed = /^【([^【】]{2,24})】$/;
/** === 标题 ===, *** 标题 ***: the same marks on both sides. */
const framed =
  /^(([=＝*＊#＃~～_＿+＋—–-])\2{1,19}\s{0,8})(?=[^\s=＝*＊#＃~～_＿+＋—–-]).*?(\s{0,8}\2{2,20})$/;

/** The form of an article's label with its text behind it. */
export const articleForm = '第条 …';

/** What the format knows to be something else. */
const neverHeadings = new Set<LineFormat['kind']>([
  'table',
  'code',
  'caption',
  'footnote',
  'picture',
  'quote',
]);

/** Read every line that could open something, in each form that it could be read in. */
export function readCandidates(body: BodyLines, forced: ForcedHeading): Candidate[] {
  const crumbs = findCrumbs(body);
  const layout = measureLayout(body);
  const templates = findTemplates(body);
  const candidates: Candidate[] = [];
  // The last line that is the title of a number above it: no title told by its place as well.
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

/** Of the numbers alone on their lines, this share must have a title below, or none has. */
const minTitlesBelow = 0.34;

/** Where most numbers of a form have no title, the short line below one of them is no title either. */
function withoutOddTitles(candidates: Candidate[], body: BodyLines): Candidate[] {
  const alone = Map.groupBy(
    candidates.filter(({ strong, last, first, label, title }) => strong && (last > first || title === label)),
    ({ form }) => form,
  );
  const odd = new Set(
    [...alone.values()].flatMap((members) => {
      const below = members.filter(({ first, last }) => last > first);
      return below.length < minTitlesBelow * members.length ? below : [];
    }),
  );
  return candidates.map((each) =>
    odd.has(each) ? { ...each, last: each.first, whole: body.text(each.first), title: each.label } : each,
  );
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

/** A number of a pattern that this book alone counts by: 第【1】段：标题. */
function readTemplate(body: BodyLines, index: number, template: TemplateNumber): Candidate {
  const whole = body.text(index);
  const { form, number, label, length } = template;
  const title = whole.slice(length).trim();
  const none = { parent: undefined, strong: false, loose: true, shaped: false };
  const candidate = { first: index, last: index, form, rank: 6.4, number, label, whole, title, ...none };
  return { ...candidate, shaped: isShaped(candidate, body) };
}

/** 魏书一 武帝纪第一: the number behind the title counts on through the book, whatever is counted in front. */
function byNumberAtEnd(candidate: Candidate): Candidate | undefined {
  const numbering = numberingAtEnd(candidate.whole);
  if (!numbering || numbering.scheme === candidate.form) return undefined;
  const { scheme, rank, number, label } = numbering;
  return { ...candidate, form: scheme, rank, number, label, title: candidate.whole, strong: true };
}

/** 第九章 标题 第二节 小标题: the chapter that a section's line names, which may be named nowhere else. */
function outerChapter(body: BodyLines, index: number): Candidate | undefined {
  const text = body.text(index);
  const isChapter = pathOn(text)?.part === 0 && numberingOf(text)?.rank === chapterRank;
  return isChapter ? readLine(body, index) : undefined;
}

/**
 * Bold lines, and items inside an item, are of forms of their own: their numbers never count on with those of plain lines
 * around them.
 */
function inFormat(candidate: Candidate, body: BodyLines, format: LineFormat | undefined): Candidate {
  const { form, rank, strong } = candidate;
  if (strong || !format) return candidate;
  if (format.prominent)
    return { ...candidate, form: `bold ${form}`, shaped: isShaped(candidate, body, true) };
  const isInside = format.kind === 'list' && (format.level ?? 1) > 1;
  return isInside ? { ...candidate, form: `item ${form}`, rank: rank + 0.1 } : candidate;
}

/** A heading by the source's own format. Its level is its form; its number doesn't count. */
function readMarked(body: BodyLines, index: number, level: number): Candidate {
  const whole = body.text(index);
  const numbering = numberingOf(whole) ?? looseNumberingOf(whole);
  const title = whole.slice(numbering?.length ?? 0).trim();
  return {
    first: index,
    last: index,
    form: `# ${level}`,
    rank: level - 10,
    number: numbering?.number,
    parent: numbering?.parent,
    label: numbering?.label ?? '',
    whole,
    title: title === '' ? whole : title,
    strong: true,
    loose: false,
    shaped: true,
  };
}

/**
 * The label of a clause, parted from its text. An article's is below every division of a law, and heads chapters only if
 * nothing else does; a decimal, 3.1, is of one form with those that have a title.
 */
function readArticle(body: BodyLines, index: number): Candidate[] {
  const whole = body.text(index);
  const numbering = numberingOf(whole);
  if (!numbering) return [];
  const { scheme, rank, number, parent, label } = numbering;
  const isArticle = scheme === '第条';
  const form = isArticle
    ? { form: articleForm, rank: 6.8, strong: true }
    : { form: scheme, rank, strong: false };
  const at = { first: index, last: index };
  return [
    { ...at, ...form, number, parent, label, whole, title: '', loose: false, shaped: true, isClause: true },
  ];
}

/** What comes before a heading's own words on its line. */
interface Lead {
  /** Indexes where the heading itself starts and ends. */
  start: number;
  end: number;
  /** As part of its form: `… ` for words that many lines start with, and an ornament. */
  form: string;
  hasCrumb: boolean;
  isMarked: boolean;
}

function leadOf(whole: string, crumb: number): Lead {
  const inside = insideBrackets(whole);
  // [(第1章 标题)], [正文 第1节]: brackets around the whole heading.
  if (inside && (crumb > inside.start || whole[inside.start] === '第')) {
    const start = Math.max(crumb, inside.start);
    const hasWords = start > inside.start;
    const form = `${whole.slice(0, inside.start)} ${hasWords ? '… ' : ''}`;
    return { start, end: inside.end, form, hasCrumb: hasWords, isMarked: true };
  }
  const [, left, frame = '', right] = framed.exec(whole) ?? [];
  if (left !== undefined && right !== undefined)
    return {
      start: left.length,
      end: whole.length - right.length,
      form: `${frame}${frame} `,
      hasCrumb: false,
      isMarked: true,
    };
  const hasCrumb = whole.slice(0, crumb).trim() !== '';
  const [mark = '', shape, star] = ornament.exec(whole.slice(crumb)) ?? [];
  const sign = shape ?? star ?? '';
  const end = sign === '' ? whole.length : endBefore(sign, whole);
  return {
    start: crumb + mark.length,
    end,
    form: (hasCrumb ? '… ' : '') + (sign === '' ? '' : `${sign} `),
    hasCrumb,
    isMarked: hasCrumb || mark !== '',
  };
}

/** Where a text ends if the mark in front is not counted behind: ★标题★. */
function endBefore(sign: string, whole: string): number {
  let end = whole.length;
  while (end > 1 && (whole[end - 1] === sign || whole[end - 1] === ' ')) end -= 1;
  return end;
}

function readLine(body: BodyLines, index: number, crumb = 0): Candidate | undefined {
  const whole = body.text(index);
  if (isFolio(whole) && !/^[0-9０-９]{1,3}$/.test(whole)) return undefined;
  const tag = tagged.exec(whole)?.[0];
  if (tag !== undefined) {
    // <目录>卷第一 right above <篇名>标题 says where that is.
    const isPath = tagged.test(body.text(body.next(index)));
    return isPath ? undefined : unnumbered(body, index, `${tag} `, whole.slice(tag.length).trim());
  }
  const lead = leadOf(whole, crumb);
  const rest = whole.slice(lead.start, lead.end);
  const numbering = numberingIn(rest, body, index) ?? (lead.hasCrumb ? gluedNumberingOf(rest) : undefined);
  if (!numbering)
    return lead.form === '' ? readBracketed(body, index) : unnumbered(body, index, lead.form, rest);
  const isAlone = numbering.scheme.endsWith('alone');
  // The book's name and a number alone are a running head.
  if (lead.hasCrumb && isAlone) return undefined;
  const read = withSubtitle(titled(numbered(body, index, lead, numbering), rest, lead, body), body);
  const candidate = { ...read, title: withoutColon(read.title) };
  const isOnPageEdge = isAlone && !body.endsAbove(index) && isProse(body.text(body.previous(index)));
  return { ...candidate, shaped: !isOnPageEdge && isShaped(candidate, body, lead.isMarked) };
}

function numbered(body: BodyLines, index: number, lead: Lead, numbering: Numbering): Candidate {
  const whole = body.text(index);
  const rest = whole.slice(lead.start, lead.end);
  // A number at the end has no length at the start.
  const title = numbering.length === 0 ? rest : rest.slice(numbering.length).trim();
  return {
    first: index,
    last: index,
    form: lead.form + numbering.scheme,
    rank: numbering.rank,
    number: numbering.number,
    parent: numbering.parent,
    label: numbering.label,
    whole,
    title,
    strong: numbering.rank < weakRank && (numbering.apart || numberingOf(rest) !== undefined),
    loose: numberingOf(rest) === undefined,
    shaped: false,
  };
}

/** A candidate with a title: its own, the line below, or behind a crumb or an ornament the number itself. */
function titled(candidate: Candidate, rest: string, lead: Lead, body: BodyLines): Candidate {
  // 第一章（2）: the second page of a chapter without a title.
  if (candidate.strong && pageCounter.test(rest.slice(candidate.label.length)))
    return { ...candidate, title: candidate.label };
  if (candidate.title !== '') return withTranslation(candidate, body);
  const below = withTitleBelow(candidate, body);
  return below.title === '' && lead.form !== '' ? { ...below, title: rest } : below;
}

/** 第一章 公司简介, then Chapter 1 About Us: the heading once more in English is a part of it. */
function withTranslation(candidate: Candidate, body: BodyLines): Candidate {
  const { last, number, strong, title, whole } = candidate;
  const next = strong ? body.next(last, Math.min(body.end, last + 3)) : -1;
  const text = body.text(next);
  const numbering = next < 0 || /\p{Script=Han}/u.test(text) ? undefined : numberingOf(text);
  if (numbering?.number !== number || !/^[a-z]+$/.test(numbering?.scheme ?? '')) return candidate;
  const english = text.slice(numbering?.length).trim();
  return { ...candidate, last: next, title: `${title} ${english}`.trim(), whole: `${whole} ${text}` };
}

function numberingIn(rest: string, body: BodyLines, index: number): Numbering | undefined {
  const sure = numberingOf(rest);
  if (sure) return isFolio(rest) ? undefined : sure;
  const alone = numeralAlone(rest);
  // A bare number between blank lines may be a page's as well: only text below it makes a heading of it.
  if (alone) return body.next(index) === index + 1 || body.isolated(index) ? alone : undefined;
  return looseNumberingOf(rest) ?? numberingAtEnd(rest);
}

/** A number with its line to itself takes the line below as its title, if that can be one. */
function withTitleBelow(candidate: Candidate, body: BodyLines): Candidate {
  const next = titleLine(candidate, body);
  if (next < 0) return candidate;
  const text = body.text(next);
  // 第一步, then 第一步：… once more with its title.
  const again = numberingOf(text);
  const title = again?.label === candidate.label ? text.slice(again.length) : text;
  const isOther =
    body.lines[next]?.format?.kind === 'heading' ||
    (title === text && numberingIn(title, body, next) !== undefined);
  const found = { ...candidate, last: next, title, whole: `${candidate.whole} ${text}` };
  if (isOther) return candidate;
  return subtitleOf(found, body) !== undefined || (canBeTitle(title) && isAboveText(next, body))
    ? found
    : candidate;
}

/** The line below a title that ends with a colon, 先看的学问：, is the rest of it. */
function withSubtitle(candidate: Candidate, body: BodyLines): Candidate {
  const subtitle = subtitleOf(candidate, body);
  if (subtitle === undefined) return candidate;
  const { last, title, whole } = candidate;
  return { ...candidate, last: last + 1, title: title + subtitle, whole: whole + subtitle };
}

function subtitleOf({ last, title, strong }: Candidate, body: BodyLines): string | undefined {
  if (!strong || !/^[^。！？；，、]{1,12}[：:]$/.test(title) || last + 1 >= body.end) return undefined;
  const below = body.text(last + 1);
  const isPart =
    canBeTitle(below.replace('，', '')) && numberingOf(below) === undefined && isAboveText(last + 1, body);
  return isPart ? below : undefined;
}

/** The line that a number alone has as its title, if any does. */
function titleLine({ last, number = 0 }: Candidate, body: BodyLines): number {
  const next = body.next(last, Math.min(body.end, last + 4));
  // 第1章, then chapter1: the number once more, in English.
  const again = new RegExp(`^(?:chapter|part|lesson|unit)\\s?${number}$`, 'i');
  return next >= 0 && again.test(body.text(next)) ? body.next(next, Math.min(body.end, next + 4)) : next;
}

function canBeTitle(title: string): boolean {
  return (
    title !== '' &&
    visibleLength(title) <= 30 &&
    !/[。！？；，、：:;,.…]$/.test(title) &&
    !/[。；！，]/.test(title) &&
    !/^[“「『（(【〔—–-]/.test(title) &&
    !startsInside(title) &&
    !listsNames(title) &&
    !isFolio(title)
  );
}

/** Whether a title has running text or a blank line below it, or is right below its number. */
function isAboveText(index: number, body: BodyLines): boolean {
  const below = body.text(index + 1);
  // ● 第一章: a heading with a mark in front is one as well.
  const isHeading = numberingOf(below.replace(ornament, '')) !== undefined;
  return below === '' || isProse(below) || isHeading || body.text(index - 1) !== '';
}

/** 考城隍 耳中人 屍變 噴水: names side by side, as a volume lists what it holds. */
function listsNames(text: string): boolean {
  const names = text.split(/\s+/);
  return names.length > 3 && names.filter((name) => name.length > 1).length * 2 > names.length;
}

/** 【标题】 alone on its line, unless it labels a case or a part of a rule. */
function readBracketed(body: BodyLines, index: number): Candidate | undefined {
  const whole = body.text(index);
  const title = bracketed.exec(whole)?.[1];
  if (title === undefined || markerOf(simplified(whole))) return undefined;
  return { ...unnumbered(body, index, '【】', title), rank: 6.6 };
}

function unnumbered(body: BodyLines, index: number, form: string, title: string): Candidate {
  const candidate = {
    first: index,
    last: index,
    form,
    rank: 6.5,
    number: undefined,
    parent: undefined,
    label: '',
    whole: body.text(index),
    title,
    strong: false,
    loose: false,
    shaped: false,
  };
  return { ...candidate, shaped: isShaped(candidate, body, /^[…<]/.test(form)) };
}

/** Whether a candidate is no sentence and no list item, and apart from the text above. */
function isShaped(candidate: Candidate, body: BodyLines, marked = false): boolean {
  const { whole, strong, first, last } = candidate;
  // A full stop behind a Latin word is one of that word: Vs。.
  const title = candidate.title.replace(/(?<=[A-Za-z])。/g, '');
  if (visibleLength(whole) > (strong ? longestStrong : longestWeak)) return false;
  if (isSentence(title, strong ? 2 : 1)) return false;
  if (!strong && !marked && isWholeSentence(title) && !isQuestionApart(candidate, body)) return false;
  if (!strong && /^[“「（(]?[\d０-９.]+$|[|｜]/.test(title)) return false;
  const isLabelAlone = strong && title === '';
  // 第一章 总则 with words of its own is no rest of the line above, if this book doesn't wrap its lines.
  const isOwnLine = strong && (body.wrapping.width === 0 || isDentedApart(first, last, body));
  const isSetOff = isOwnLine || isCentred(first, body) || isApart(first, body);
  return (marked || isLabelAlone || isSetOff) && !isCut(last, body);
}

const longestBeforeColon = 10;

/** 一、仪容仪表：, a title with a colon; what says that a list follows has no other title. */
function withoutColon(title: string): string {
  const words = title.replace(/[：:]$/, '');
  const isTitle =
    visibleLength(words) <= longestBeforeColon &&
    !/[，、,]|(?:如下|以下|包括|例如|是|为|有|说|道)$/.test(words);
  return isTitle ? words : title;
}

/** Whether a title has the marks of a sentence: one of its ends, or more commas than this. */
function isSentence(title: string, maxCommas: number): boolean {
  return /[。；]|[;，,：:、]$/.test(title) || (title.match(/[，,]/g)?.length ?? 0) > maxCommas;
}

/** Whether a title is a sentence with a comma in it, or more than one. */
function isWholeSentence(title: string): boolean {
  return endsSentence(title) && /[，。；]/.test(title);
}

/** The longest question with a comma that is a title. */
const longestQuestion = 24;

/** 一. 下雨之后，谁来收伞？ with empty lines above and below. */
function isQuestionApart({ title, first, last }: Candidate, body: BodyLines): boolean {
  const isApart = (first === body.start || body.text(first - 1) === '') && body.text(last + 1) === '';
  return isApart && /[？?]$/.test(title) && visibleLength(title) <= longestQuestion;
}

/** Set off by more white space than a paragraph has. */
function isCentred(index: number, body: BodyLines): boolean {
  return /^(?: {8,}|\t{2,}|\u3000{4,})/.test(body.lines[index]?.text ?? '');
}

/** Whether a line starts otherwise than the lines above and below, which start alike and indented. */
function isDentedApart(first: number, last: number, body: BodyLines): boolean {
  const [above, below] = [body.previous(first), body.next(last)];
  const indent = above < 0 || below < 0 ? '' : indentOf(body, above);
  // Below may be the same heading once more, and its text then.
  const next = [below, body.next(below)].find((at) => at >= 0 && indentOf(body, at) === indent);
  return indent !== '' && indentOf(body, first) !== indent && next !== undefined;
}

/** Whether this line can't go on the text above it. */
function isApart(index: number, body: BodyLines): boolean {
  const line = body.lines[index];
  if (!line || index === body.start || line.pageBreak) return true;
  const above = body.text(index - 1);
  // 参会：老徐、小林 ends its line, as a sentence does, and so does a remark in brackets: （2001年4月3日发布）.
  const isEnded = endsSentence(above) || isNamedLine(above) || endsRemark(above);
  return above === '' || isEnded || !isProse(above) || numberingOf(above) !== undefined;
}

/** Whether a line is a remark in brackets, or the last one of such a remark. */
function endsRemark(text: string): boolean {
  return /[）)]$/.test(text) && (/^[（(]/.test(text) || closesQuote(text));
}

/** Whether a full line goes on in the one below, as hard-wrapped text does. */
function isCut(index: number, body: BodyLines): boolean {
  const { width, measure } = body.wrapping;
  const below = body.text(index + 1);
  if (width === 0 || below === '') return false;
  return measure(body.lines[index]?.text ?? '') > 0.85 * width && !startsHeading(below);
}

function startsHeading(text: string): boolean {
  return numberingOf(text) !== undefined;
}
