import { markerOf } from '../../../language/case-markers.ts';
import { isFolio } from '../../../language/folio.ts';
import { gluedNumberingOf, type Numbering, numberingOf } from '../../../language/numbering.ts';
import { isProse } from '../../../language/prose.ts';
import { simplified } from '../../../language/simplified.ts';
import type { BodyLines } from '../../../page/body-lines.ts';
import type { Candidate } from './candidate.ts';
import { type Lead, leadOf } from './lead.ts';
import { numberingIn } from './numbering-in.ts';
import { isShaped } from './shape.ts';
import { withSubtitle } from './title-below.ts';
import { titled, withoutColon } from './title-of.ts';

/** Forms that rank higher, such as 1. and （一）, number lists as often as headings. */
const weakRank = 5.5;
/** <篇名>标题: a tag that digitised old books print before each title. */
const tagged = /^<([\p{Script=Han}]{2,4})>(?=\S)/u;
/** 【标题】 alone on its line. */
const bracketed = /^【([^【】]{2,24})】$/;

/**
 * Read a line of plain text by its number, or by a mark, tag or brackets.
 * @param crumb where the heading starts behind words that many lines begin with
 * @returns `undefined` if the line has none of them
 */
export function readLine(body: BodyLines, index: number, crumb = 0): Candidate | undefined {
  const whole = body.text(index);
  if (isFolio(whole) && !/^[0-9０-９]{1,3}$/.test(whole)) return undefined;
  const tag = tagged.exec(whole)?.[0];
  if (tag !== undefined) {
    // <目录>卷第一 right above <篇名>标题 only says where that title belongs.
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

/** A candidate with the number in `numbering`; its title is what is left of its line. */
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

/** Read 【标题】, unless it labels a case or a part of a rule, as 【案例】 does. */
function readBracketed(body: BodyLines, index: number): Candidate | undefined {
  const whole = body.text(index);
  const title = bracketed.exec(whole)?.[1];
  if (title === undefined || markerOf(simplified(whole))) return undefined;
  return { ...unnumbered(body, index, '【】', title), rank: 6.6 };
}

/** A candidate without a number, such as ● 标题. */
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
