import { numberingOf } from '../../../language/numbering.ts';
import { visibleLength } from '../../../language/prose.ts';
import type { BodyLines } from '../../../page/body-lines.ts';
import type { Candidate } from './candidate.ts';
import type { Lead } from './lead.ts';
import { withTitleBelow } from './title-below.ts';

/** The page of a chapter that a web site splits over pages: 第三章（2）, 第三章2. In 第三章 2, the 2 is a title. */
const pageCounter = /^(?:\s*[（(][0-9０-９]{1,3}[）)]|[0-9０-９]{1,2})$/;

/** Give a candidate its title: from its own line, else from the line below. ★一 without either is titled 一. */
export function titled(candidate: Candidate, rest: string, lead: Lead, body: BodyLines): Candidate {
  // 第一章（2）: the second page of a chapter without a title.
  if (candidate.strong && pageCounter.test(rest.slice(candidate.label.length)))
    return { ...candidate, title: candidate.label };
  if (candidate.title !== '') return withTranslation(candidate, body);
  const below = withTitleBelow(candidate, body);
  return below.title === '' && lead.form !== '' ? { ...below, title: rest } : below;
}

/** Add the English line below to the title: 第一章 公司简介, then Chapter 1 About Us. */
function withTranslation(candidate: Candidate, body: BodyLines): Candidate {
  const { last, number, strong, title, whole } = candidate;
  const next = strong ? body.next(last, Math.min(body.end, last + 3)) : -1;
  const text = body.text(next);
  const numbering = next < 0 || /\p{Script=Han}/u.test(text) ? undefined : numberingOf(text);
  if (numbering?.number !== number || !/^[a-z]+$/.test(numbering?.scheme ?? '')) return candidate;
  const english = text.slice(numbering?.length).trim();
  return { ...candidate, last: next, title: `${title} ${english}`.trim(), whole: `${whole} ${text}` };
}

/** A longer title keeps its colon. */
const longestBeforeColon = 10;

/** Take the colon off 一、仪容仪表：. A title that announces a list, as 要求如下：, keeps it. */
export function withoutColon(title: string): string {
  const words = title.replace(/[：:]$/, '');
  const isTitle =
    visibleLength(words) <= longestBeforeColon &&
    !/[，、,]|(?:如下|以下|包括|例如|是|为|有|说|道)$/.test(words);
  return isTitle ? words : title;
}
