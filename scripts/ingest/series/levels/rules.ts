import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
import { isPlaced } from '../forms/placed.ts';
import type { Series } from '../model/series.ts';
import type { Put } from './put.ts';

/** The headings of one chapter, by level: the highest first. */
type Levelled = [level: number, members: Candidate[]][];

/**
 * In each chapter, the highest level that it has heads its rules; the levels below head sections. In a law without parts its
 * articles are the rules, whether 第二节 parts them or not: a code of several books has too many, and is read by its sections.
 * @param chapters indexes of the lines that head chapters, in order
 */
export function putRules(below: Series[], chapters: number[], isOneLaw: boolean, put: Put): void {
  const inChapters = new Map<number, Levelled>();
  const known = new Set(chapters);
  below.forEach(({ members }, level) => {
    const lower = members.filter(({ first }) => !known.has(first));
    for (const [chapter, own] of Map.groupBy(lower, ({ first }) => countUpTo(chapters, first)))
      if (chapter > 0) inChapters.set(chapter, [...(inChapters.get(chapter) ?? []), [level, own]]);
  });
  for (const levels of inChapters.values()) {
    const articles = isOneLaw ? articleLevel(levels) : undefined;
    const rule = articles ?? topLevel(levels, below);
    for (const [level, members] of levels)
      for (const member of members)
        if (level >= rule) put(level === rule ? 'rule' : 'section', member, level - rule);
        else if (articles === undefined) put('rule', member);
        else put('section', member, 1, { hasRules: true });
  }
}

/** The highest level, but for titles told by their place that come only behind those of a lower one: 联系方式 behind 一、 and 二、. */
function topLevel(levels: Levelled, below: Series[]): number {
  const isBehind = (level: number, from: number): boolean =>
    isPlaced(below[level]?.form ?? '') &&
    levels.some(([other, [first]]) => other > level && (first?.first ?? from) < from);
  return levels.find(([level, [first]]) => !isBehind(level, first?.first ?? 0))?.[0] ?? 0;
}

/** The level of the articles that count on through the sections of a chapter; `undefined` if it has none. */
function articleLevel([top, ...lower]: Levelled): number | undefined {
  if (!top || !top[1].every(({ label }) => /^第.+[节節]$/.test(label))) return undefined;
  return lower.find(([, members]) => areArticles(members))?.[0];
}

function areArticles(members: Candidate[]): boolean {
  return (
    members.every(({ label }) => /^第.+[条條](?:之.+)?$/.test(label)) &&
    new Set(members.map(({ label }) => label)).size === members.length
  );
}
