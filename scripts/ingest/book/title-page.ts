import type { FrontSection } from '../model.ts';
import { namesHandbook } from '../language/words/book-names.ts';
import { columns, visibleLength } from '../language/prose.ts';
import { isTocHeading } from '../language/words/section-words.ts';
import { fact, type Fact } from './fact.ts';
import { factsOfImprintLine, splitTitle } from './imprint.ts';

interface NumberedText {
  number: number;
  text: string;
}

/** In columns: a Han character is two. */
const longestTitle = 80;
const noTitle = /^(?:第.{1,8}[版卷册冊辑輯]|内部(?:资料|資料)|內部資料|[\d\s.\-/年月日]+)/u;
/** The firm or house that a handbook is for. It has a line of its own above the handbook's name. */
const houseName =
  /^[\p{L}\d ·（）()&-]*(?:公司|集团|集團|酒店|饭店|飯店|宾馆|賓館|医院|醫院|银行|銀行|学校|學校|学院|學院|大学|大學|中心|协会|協會|商会|商會|委员会|委員會|研究院|研究所|事务所|事務所|门店|門店|分店|总店|百货|百貨|超市|商城|物业|物業|局|部)$/u;
/** A name with its house before it is no longer than this. */
const longestJoined = 20;
/** Rules above and below a title, and the marks around it. */
const frame = /^[\s=*#_~·•—–-]+|(?<![\s=*#_~·•—–-])[\s=*#_~·•—–-]+$/gu;

/** Whether a line can be the title of a book: short, no sentence, no other fact of the imprint. */
function isTitle(text: string): boolean {
  return (
    visibleLength(text) >= 2 &&
    columns(text) <= longestTitle &&
    !noTitle.test(text) &&
    !isTocHeading(text) &&
    !/^[【〖[［].*[】〗\]］]$/u.test(text) &&
    !/[，。；！？]/u.test(text) &&
    factsOfImprintLine(text, '').length === 0
  );
}

/** A title may be one Han character; several of them below one another are a title set upright. */
const isOneCharacter = (text: string, below = ''): boolean =>
  /^\p{Script=Han}$/u.test(text.replace(frame, '')) && visibleLength(below) !== 1;

/**
 * Title and subtitle from the lines that the source opens with, before any heading; a line of another script beneath is
 * the English title, one that a dash leads in the subtitle.
 */
export function factsOfTitlePage(front: readonly FrontSection[], lines: readonly NumberedText[]): Fact[] {
  const [first] = front;
  if (!first || first.heading !== undefined || (first.kind !== 'other' && first.kind !== 'imprint'))
    return [];
  const opening = lines
    .filter(({ number, text }) => number >= first.lines[0] && number <= first.lines[1] && text.trim() !== '')
    .slice(0, 6);
  const at = opening.findIndex(
    ({ text }, index) => isTitle(text.replace(frame, '')) || isOneCharacter(text, opening[index + 1]?.text),
  );
  const line = opening[at];
  if (!line || at > 1) return [];
  const { name, from, last } = nameAt(opening, at);
  const facts = splitTitle(name, from);
  const [beneath] = opening.slice(last + 1);
  if (!beneath) return facts;
  const text = beneath.text.trim();
  const below = `line ${String(beneath.number)}`;
  if (/^[—–-]{1,3}\s*\S{2,40}/u.test(text))
    return [...facts, fact('subtitle', { zh: text.replace(frame, '') }, below)];
  const isEnglish =
    /^[A-Za-z][A-Za-z0-9 ,:;’'&-]{3,80}$/u.test(text) && factsOfImprintLine(text, '').length === 0;
  const [title, ...others] = facts;
  if (isEnglish && title?.field === 'title' && /\p{Script=Han}/u.test(title.value.zh))
    return [fact('title', { ...title.value, en: text }, `${from} and ${below}`), ...others];
  return facts;
}

/**
 * The name on a line, or on two: 云栖酒店 above 前厅手册 is 云栖酒店 前厅手册. If that is too long, it is the lower line's alone.
 * @returns the name, where it is from, and the place of its last line in `opening`
 */
function nameAt(opening: readonly NumberedText[], at: number): { name: string; from: string; last: number } {
  const nameOf = (place: number): string =>
    joined((opening[place]?.text ?? '').replace(frame, '').replace(/^《([^《》]+)》$/u, '$1'));
  const lineOf = (place: number): string => `line ${String(opening[place]?.number)}`;
  const [upper, lower] = [nameOf(at), nameOf(at + 1)];
  const isHouse = houseName.test(upper) && !namesHandbook(upper);
  if (!isHouse || !namesHandbook(lower) || !isTitle(lower))
    return { name: upper, from: lineOf(at), last: at };
  if (visibleLength(upper) + visibleLength(lower) > longestJoined)
    return { name: lower, from: lineOf(at + 1), last: at + 1 };
  return { name: `${upper} ${lower}`, from: `${lineOf(at)} and ${lineOf(at + 1)}`, last: at + 1 };
}

/** 员 工 手 册 is 员工手册; a gap between words stays. */
function joined(name: string): string {
  return name.replace(/(?<!\S)\p{Script=Han}(?:\s{1,4}\p{Script=Han}){2,30}(?![^\s（(【])/gu, (spaced) =>
    spaced.replace(/\s/g, ''),
  );
}
