import { withoutVariant } from './variants.ts';

/** What numbers of a form look like; the form's own name where it is not here. */
const numbers: Record<string, string> = {
  N: '1. 2. 3.',
  '一、': '一、二、三、',
  '(一)': '（一）（二）',
  '(1)': '(1) (2)',
  '1)': '1) 2)',
  'N.N': '1.1 1.2',
  'N.N.N': '1.1.1 1.1.2',
  'N-N': '1-1 1-2',
  '§N': '§1 §2',
  '§N.N': '§1.1 §1.2',
  '①': '① ②',
  a: 'a. b. c.',
  'N alone': 'a number alone on its line',
  '一 alone': '一, 二, 三 alone on a line',
  'N glued': 'a number right before the title',
  '…第N': 'the number behind the title (…第一)',
  '第条 …': '第…条, the text on the same line',
  '【】': '【…】 alone on its line',
  问: '问： or Q：',
};

/** Titles without numbers, by what gives them away. */
const places: Record<string, string> = {
  doubled: 'titles printed twice in a row',
  boxed: 'titles between two rulers',
  ruled: 'titles below a ruler',
  'set off': 'short lines below more empty lines than a paragraph has',
  spaced: 'short lines below an empty line',
  dented: 'short lines indented otherwise than the text',
  short: 'short lines above running text',
  'above lists': 'short lines above lists that start from 1',
  'bold or large': 'short lines in bold or large type',
  title: 'the first line of the document',
};

/** Name the form of a series as a reader of the book would: `lines with 第…章`, `headings of level 2 in the file's own format`. */
export function formWords(form: string): string {
  const [outer = form, inside] = form.split(' inside ');
  const below = inside === undefined ? '' : ', counted inside others of their kind';
  const [, level, unit] = /^# (\d)(?: (.+))?$/.exec(outer) ?? [];
  if (level !== undefined) return `headings of level ${level} in the file's own format${withUnit(unit)}`;
  const tag = /^<(.*)> $/.exec(outer)?.[1];
  if (tag !== undefined) return `lines behind the tag <${tag}>`;
  const place = places[outer];
  if (place !== undefined) return place + below;
  let name = withoutVariant(outer);
  const notes: string[] = [];
  // 一. among 一、: the mark that sets this form apart.
  const mark = / ([.:])$/.exec(outer)?.[1];
  if (mark !== undefined) notes.push(`with “${mark}” behind the number`);
  for (const [prefix, note] of [
    ['bold ', 'in bold type'],
    ['item ', 'inside items of a list'],
  ] as const) {
    if (!name.startsWith(prefix)) continue;
    name = name.slice(prefix.length);
    notes.push(note);
  }
  const [, lead = '', sign = ''] = /^(\S*… |)([^\p{L}\p{N}\s]{1,3} |)/u.exec(name) ?? [];
  name = name.slice(lead.length + sign.length);
  if (lead !== '') notes.push('behind words that they share');
  const printed = name === '' ? '' : (numbers[name] ?? numberedWords(name));
  const words = [sign.trim(), printed].filter((part) => part !== '').join(' ');
  return [words === '' ? 'lines' : `lines with ${words}`, ...notes].join(', ') + below;
}

/** What tells the headings of a format's level apart from others of that level. */
function withUnit(unit: string | undefined): string {
  if (unit === undefined) return '';
  return unit === 'plain' ? ', without a number' : `, with ${formWords(unit).replace(/^lines with /, '')}`;
}

/** 第章 → 第…章, 概念N → 概念一. */
function numberedWords(name: string): string {
  // 第【N】段：, a pattern of the book's own
  if (/N./.test(name)) return name.replace('N', '1');
  if (/^第.+/.test(name)) return `第…${name.slice(1)}`;
  return /.N$/.test(name) ? `${name.slice(0, -1)}一, ${name.slice(0, -1)}二` : `${name} and a number`;
}

/** How many lines of a form there are: 1 line with 第…章, 12 lines with 第…章. */
export function countedForm(count: number, form: string): string {
  const words = formWords(form);
  return `${count} ${count === 1 ? words.replace(/^(short )?(line|title|heading)s\b/, '$1$2') : words}`;
}
