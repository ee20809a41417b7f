import { insideBrackets } from '../../../language/brackets.ts';

/** A mark before a title, such as ● or ★. An asterisk followed by a space marks an item of a list instead. */
export const ornament =
  /^(?:([●■★☆◆◇※▲△○◎►▶▪◼❖✦✿·•]|(?!\p{N})\p{Emoji_Presentation}\ufe0f?)\s{0,4}(?=\S)|([*＊])(?=[\p{Script=Han}《“]))/u;
/** The same marks on both sides: === 标题 ===, *** 标题 ***. */
const framed =
  /^(([=＝*＊#＃~～_＿+＋—–-])\2{1,19}\s{0,8})(?=[^\s=＝*＊#＃~～_＿+＋—–-]).*?(\s{0,8}\2{2,20})$/;

/** What surrounds a heading's own words on its line: brackets, marks, words such as 正文. */
export interface Lead {
  /** Indexes where the heading itself starts and ends. */
  start: number;
  end: number;
  /** Prefix of the candidate's form: `… ` for words that many lines start with, `● ` for a mark. */
  form: string;
  /** Words that many lines start with come first: 正文 第一章. */
  hasCrumb: boolean;
  /** Anything at all comes first. */
  isMarked: boolean;
}

/** Find what surrounds a heading's own words; the words that many lines start with end at `crumb`. */
export function leadOf(whole: string, crumb: number): Lead {
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

/** Index where the words of ★标题★ end: the closing marks are left out. */
function endBefore(sign: string, whole: string): number {
  let end = whole.length;
  while (end > 1 && (whole[end - 1] === sign || whole[end - 1] === ' ')) end -= 1;
  return end;
}
