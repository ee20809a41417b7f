import { countUpTo } from '../../sorted.ts';
import type { Candidate } from '../candidates/line/candidate.ts';
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
  below.forEach(({ members }, level) => {
    for (const [chapter, own] of Map.groupBy(members, ({ first }) => countUpTo(chapters, first)))
      if (chapter > 0) inChapters.set(chapter, [...(inChapters.get(chapter) ?? []), [level, own]]);
  });
  for (const levels of inChapters.values()) {
    const top = levels[0]?.[0] ?? 0;
    const articles = isOneLaw ? articleLevel(levels) : undefined;
    const rule = articles ?? top;
    for (const [level, members] of levels)
      for (const member of members)
        if (level < rule) put('section', member, 1, { hasRules: true });
        else put(level === rule ? 'rule' : 'section', member, level - rule);
  }
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
