import { fact, type Fact } from './fact.ts';
import { authorsIn, splitNames } from './people.ts';

/** A catalogue record: 书名：副题/柳三变，阮小七著.—青萍：青萍出版社，2031.5 */
const record =
  /^《?(?<title>[^/／《》]{2,60}?)》?\s*[/／]\s*(?<by>[^.．。—–-]{2,80}?)(?:编著|編著|主编|主編|著|编|編)[^—–-]{0,40}?[.．。]?\s*[—–-]{1,3}\s*(?:[^:：]{1,12}[:：]\s*)?(?<publisher>[^,，:：]{2,30}?)[,，]\s*(?<year>(?:19|20)\d\d)/u;
const titleLabel = /^(?:书\s*名|書\s*名|题\s*名|題\s*名)\s*[:：]\s*(.{2,60})$/u;
const publisherLabel =
  /^(?:出版(?:发行|發行|社|者|单位|單位)?|發行者?|发行|publisher|published by)\s*[:：]\s*(.{2,40})$/iu;
const publisherName =
  /^[\p{L}\p{M}· &’'-]{2,24}(?:出版社|出版集[团團]|出版有限公司|出版公司|Press|Publishing House|Publishers?)$/u;
const isbnNumber = /ISBN\s*[:：]?\s*((?:97[89][- –]?)?\d[\d– -]{7,14}[\dXx])/iu;
const edition =
  /(?:版\s*次|出版(?:日期|时间|時間)|印\s*次)\s*[:：]?\s*((?:19|20)\d\d)|((?:19|20)\d\d)\s*年\s*\d{1,2}\s*月\s*(?:北京|上海|第)?/u;
const rightsLine =
  /版权所有|版權所有|侵权必究|侵權必究|著作权|著作權|翻印必究|all rights reserved|^\s*(?:©|copyright)/iu;

/** ISBN-13 with its check digit, or ISBN-10 with its own. */
function isIsbn(text: string): boolean {
  const digits = text.replace(/[^\dXx]/g, '').toUpperCase();
  const value = (character: string) => (character === 'X' ? 10 : Number(character));
  const sum = (weigh: (index: number) => number) =>
    [...digits].reduce((total, character, index) => total + value(character) * weigh(index), 0);
  if (digits.length === 13)
    return /^97[89]\d{10}$/.test(digits) && sum((i) => (i % 2 === 0 ? 1 : 3)) % 10 === 0;
  return digits.length === 10 && /^\d{9}[\dX]$/.test(digits) && sum((i) => 10 - i) % 11 === 0;
}

/** A longer line that mentions rights is a text about them. */
const maxRights = 80;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** 书名：副题 → both. */
export function splitTitle(text: string, from: string): Fact[] {
  const [, main = text, sub] = /^(.{2,40}?)\s*(?:[:：]|[—–]{1,2}|\s-\s)\s*(.{2,60})$/u.exec(text) ?? [];
  return [
    fact('title', { zh: tidy(main) }, from),
    ...(sub === undefined ? [] : [fact('subtitle', { zh: tidy(sub) }, from)]),
  ];
}

/** The facts in one line of an imprint: a catalogue record, or a label with its value. */
export function factsOfImprintLine(line: string, from: string): Fact[] {
  const text = line.trim();
  return [
    ...factsOfRecord(text, from),
    ...titleOf(text, from),
    ...authorsOf(text, from),
    ...publisherOf(text, from),
    ...yearOf(text, from),
    ...isbnOf(text, from),
    ...rightsOf(text, from),
  ];
}

function factsOfRecord(text: string, from: string): Fact[] {
  const { title = '', by = '', publisher = '', year = '' } = record.exec(text)?.groups ?? {};
  if (title === '') return [];
  const authors = splitNames(by);
  return [
    ...splitTitle(tidy(title), from),
    ...(authors.length > 0 ? [fact('authors', authors, from)] : []),
    fact('publisher', { zh: tidy(publisher) }, from),
    fact('year', Number(year), from),
  ];
}

function titleOf(text: string, from: string): Fact[] {
  const [, title] = titleLabel.exec(text) ?? [];
  return title === undefined ? [] : splitTitle(tidy(title.replace(/^《|》$/gu, '')), from);
}

function authorsOf(text: string, from: string): Fact[] {
  const authors = record.test(text) ? [] : authorsIn(text);
  return authors.length > 0 ? [fact('authors', authors, from)] : [];
}

function publisherOf(text: string, from: string): Fact[] {
  const publisher = publisherLabel.exec(text)?.[1] ?? publisherName.exec(text)?.[0];
  return publisher === undefined ? [] : [fact('publisher', { zh: tidy(publisher) }, from)];
}

function yearOf(text: string, from: string): Fact[] {
  const [, printed, plain] = edition.exec(text) ?? [];
  const year = printed ?? plain;
  return year === undefined ? [] : [fact('year', Number(year), from)];
}

function isbnOf(text: string, from: string): Fact[] {
  const [, isbn = ''] = isbnNumber.exec(text) ?? [];
  return isIsbn(isbn) ? [fact('isbn', tidy(isbn.replace(/[– ]/g, '-')), from)] : [];
}

function rightsOf(text: string, from: string): Fact[] {
  return text.length <= maxRights && rightsLine.test(text) ? [fact('rights', { zh: tidy(text) }, from)] : [];
}
