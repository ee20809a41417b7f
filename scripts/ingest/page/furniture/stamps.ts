import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';
import { matchKey } from '../../../../src/lib/squeeze.ts';
import { visibleLength } from '../../language/prose.ts';
import type { BodyLines } from '../body-lines.ts';
import type { Heading } from '../heading.ts';

/** More than this share of the chapters have a stamp right below their heading. */
const minShare = 0.6;
const maxLength = 60;
const site = /www\.|https?:|\.(?:com|net|cn|org)\b/i;
/** 代码来源：https://…: the text's own word for where something is from. */
const source = /^.{0,4}(?:来源|出处|参考|原文|链接)[：:]/;

/**
 * Lines that a site puts below every heading, different in figures alone (更新时间:2007-11-16 本章字数:4804), and addresses of
 * sites that recur.
 * @returns for each kind, the indexes of its lines
 */
export function stamps(
  candidates: Map<string, number[]>,
  { body, claimed }: { body: BodyLines; claimed: ReadonlySet<number> },
  chapters: Heading[],
): number[][] {
  const below = new Map<string, number[]>();
  for (const { last } of chapters) {
    const next = body.next(last);
    const text = next < 0 ? '' : body.text(next);
    if (isStamp(text) && !claimed.has(next)) pushTo(below, matchKey(text).replace(/\d+/g, ''), next);
  }
  const found = [...below.values()].filter(
    (lines) => lines.length > 1 && lines.length > minShare * chapters.length,
  );
  const ofSites = [...candidates.values()].filter(
    (lines) => lines.length > 2 && isOfSite(body.text(must(lines[0]))),
  );
  return [...found, ...ofSites];
}

function isOfSite(text: string): boolean {
  return site.test(text) && !source.test(text);
}

function isStamp(text: string): boolean {
  return visibleLength(text) <= maxLength && /[0-9０-９]/.test(text) && /[:：]|字数|点击|更新/.test(text);
}
