import { isFolio } from '../../../language/folio.ts';
import { numberingOf } from '../../../language/numbering.ts';
import { isProse, startsInside, visibleLength } from '../../../language/prose.ts';
import type { BodyLines } from '../../../page/body-lines.ts';
import type { Candidate } from './candidate.ts';
import { ornament } from './lead.ts';
import { numberingIn } from './numbering-in.ts';

/** Give a number alone on its line the line below as its title, if that line can be one. */
export function withTitleBelow(candidate: Candidate, body: BodyLines): Candidate {
  const next = titleLine(candidate, body);
  if (next < 0) return candidate;
  const text = body.text(next);
  // 第一步, then 第一步：标题: the same number again.
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

/** Index of the line that may be the title of a number alone; negative if there is none. */
function titleLine({ last, number = 0 }: Candidate, body: BodyLines): number {
  const next = body.next(last, Math.min(body.end, last + 4));
  // 第1章, then chapter1: the same number in English, which is skipped.
  const again = new RegExp(`^(?:chapter|part|lesson|unit)\\s?${number}$`, 'i');
  return next >= 0 && again.test(body.text(next)) ? body.next(next, Math.min(body.end, next + 4)) : next;
}

/** Join the line below to a title that ends with a colon: 先看的学问：. */
export function withSubtitle(candidate: Candidate, body: BodyLines): Candidate {
  const subtitle = subtitleOf(candidate, body);
  if (subtitle === undefined) return candidate;
  const { last, title, whole } = candidate;
  return { ...candidate, last: last + 1, title: title + subtitle, whole: whole + subtitle };
}

/** The line below a title with a colon, if it can be the rest of the title. */
function subtitleOf({ last, title, strong }: Candidate, body: BodyLines): string | undefined {
  if (!strong || !/^[^。！？；，、]{1,12}[：:]$/.test(title) || last + 1 >= body.end) return undefined;
  const below = body.text(last + 1);
  const isPart =
    canBeTitle(below.replace('，', '')) && numberingOf(below) === undefined && isAboveText(last + 1, body);
  return isPart ? below : undefined;
}

/** Whether a line has the length and the marks of a title, and is neither speech nor a list of names. */
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

/** Whether a line lists titles side by side, as a volume of tales does: 考城隍 耳中人 屍變 噴水. */
function listsNames(text: string): boolean {
  const names = text.split(/\s+/);
  return names.length > 3 && names.filter((name) => name.length > 1).length * 2 > names.length;
}

/** Whether a title has running text, a heading or a blank line below it, or its number right above. */
function isAboveText(index: number, body: BodyLines): boolean {
  const below = body.text(index + 1);
  // ● 第一章 is a heading too.
  const isHeading = numberingOf(below.replace(ornament, '')) !== undefined;
  return below === '' || isProse(below) || isHeading || body.text(index - 1) !== '';
}
