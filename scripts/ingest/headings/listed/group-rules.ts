import { must } from '../../../../src/lib/must.ts';
import { pushTo } from '../../../../src/lib/push-to.ts';
import type { Toc, TocEntry } from '../../contents/toc.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import type { Heading } from '../../page/heading.ts';

/** The rules of each chapter that was found, with the stretch of the body to look for them in. */
export function groupRules(
  toc: Toc,
  found: Map<TocEntry, Heading>,
  body: BodyLines,
): { entries: TocEntry[]; from: number; to: number }[] {
  const groups = new Map<Heading | undefined, TocEntry[]>();
  let chapter: Heading | undefined;
  for (const entry of toc.entries) {
    if (entry.level === 'chapter') chapter = found.get(entry) ?? chapter;
    else pushTo(groups, chapter, entry);
  }
  const starts = [...found.values()].sort((a, b) => a.first - b.first);
  const ends = new Map(starts.map((heading, i) => [heading, starts[i + 1]?.first ?? body.end]));
  return [...groups].map(([heading, entries]) =>
    heading
      ? { entries, from: heading.last + 1, to: must(ends.get(heading)) }
      : { entries, from: body.start, to: starts[0]?.first ?? body.end },
  );
}
