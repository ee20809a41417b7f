import { numberingOf } from '../../language/numbering.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import { isFolio } from '../../language/folio.ts';
import {
  endsSentence,
  isNamedLine,
  isProse,
  startsInside,
  startsItem,
  visibleLength,
} from '../../language/prose.ts';
import type { Candidate } from './line/candidate.ts';

const maxTitleLength = 24;
/** Fewer such lines may be anything. */
const minLines = 3;
/** This share of the short lines without a sentence's marks must be able to head text. */
const minPure = 0.6;
/** Speech and remarks open so; a title may be the name of a work. */
const opening = /^[“‘「『（(【〔]/;
const longestTopic = 12;
/** The form of titles that mostly head lists. */
const aboveLists = 'above lists';
/** Forms from this rank on number lists: 一、 1. (1). */
const listRank = 6;
/** Somebody speaks, or a list follows. */
const introduces = /(?:[说說道问問答曰云喊叫写寫想讲講]|如下|以下|例如|比如|包括|其中|[是有为為])[：:]$/;
/** Leaders to an amount or a page. */
const leaders = /[.…·．]{3}/;
/** Names, dates and places below a text, and labels. */
const signature =
  /^(?:[\s\d０-９〇零一二三四五六七八九十年月日号期.．/-]+[日年月号]?|.*[0-9０-９〇零一二三四五六七八九十]年.*月.*)$|^(?:作者|著者|译者|編者|编者|原著|来源|出处|摘自|校对|整理)|[著译撰編编摄绘]$/;

/**
 * The short lines between a text's paragraphs that end no sentence: the last resort for a book in which nothing
 * else marks titles. None if most short lines head no text, as in verse, dialogue or a list.
 */
export function readShortLines(body: BodyLines): Candidate[] {
  const found: Candidate[] = [];
  let short = 0;
  for (let i = body.start; i < body.end; i += 1) {
    const whole = body.text(i);
    if (!isShort(whole) || body.furniture.has(i)) continue;
    if (headsText(body, i)) found.push(titled(i, whole));
    else if (isListed(body, i) || startsItem(whole) || introduces.test(whole)) continue;
    short += 1;
  }
  if (found.length < minLines || found.length < minPure * short) return [];
  const listing = found.filter(({ last }) => startsList(body.text(body.next(last))));
  return listing.length * 2 > found.length ? found.map((each) => ({ ...each, form: aboveLists })) : found;
}

function isShort(text: string): boolean {
  return (
    text !== '' &&
    visibleLength(text) <= maxTitleLength &&
    /\p{Script=Han}/u.test(text) &&
    (!endsSentence(text) || isTopic(text)) &&
    !/[，、,]$|[。；！]/.test(text) &&
    !isFolio(text) &&
    !leaders.test(text) &&
    !signature.test(text)
  );
}

/** Whether a line has such lines above and below, as those of a list, a table or a verse have. */
function isListed(body: BodyLines, index: number): boolean {
  const [above, below] = [body.previous(index), body.next(index)];
  const isOther = (at: number): boolean => at < 0 || isShort(body.text(at));
  return isOther(above) && isOther(below);
}

/** Whether running text follows a line, and the text above it has ended. */
function headsText(body: BodyLines, index: number): boolean {
  const text = body.text(index);
  const next = body.next(index);
  if (
    next < 0 ||
    (isNamedLine(text) && !isTopic(text)) ||
    startsItem(text) ||
    opening.test(text) ||
    startsInside(text)
  )
    return false;
  const below = body.text(next);
  if (!startsList(below) && (!isProse(below) || startsInside(below))) return false;
  const above = body.previous(index);
  const isBelowBlank = body.text(index - 1) === '';
  // The line above may be the book's name.
  const isBelowName = body.previous(above) < 0;
  return (
    above < 0 ||
    endsSentence(body.text(above)) ||
    ((isBelowBlank || isBelowName) && !isProse(body.text(above)))
  );
}

/** Whether a line is the first of a list, as the duties below the name of a post are. */
function startsList(text: string): boolean {
  const numbering = numberingOf(text);
  return numbering?.number === 1 && numbering.rank >= listRank && numbering.length < text.length;
}

/** 认货：, alone on its line: what the text below is about, rather than who speaks or what is listed. */
function isTopic(text: string): boolean {
  return /[：:]$/.test(text) && visibleLength(text) <= longestTopic && !introduces.test(text);
}

function titled(index: number, whole: string): Candidate {
  const none = { number: undefined, parent: undefined, label: '' };
  const at = { first: index, last: index };
  return {
    ...at,
    form: 'short',
    rank: 7,
    ...none,
    whole,
    title: whole.replace(/[：:]$/, ''),
    strong: false,
    loose: false,
    shaped: true,
  };
}
