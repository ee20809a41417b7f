import type { ChapterNode, Line, PartNode, RuleNode } from '../model.ts';
import type { Heading } from '../page/heading.ts';
import { numberingOf } from '../language/numbering.ts';
import { cleanTitle } from '../language/prose.ts';
import { pathOn } from '../series/candidates/crumbs.ts';
import type { Toc, TocEntry } from '../contents/toc.ts';
import { ofTheBody } from './wording.ts';
import { must } from '../../../src/lib/must.ts';

/** The chapters of a book, and the node that each heading opens. */
export interface Nodes {
  chapters: ChapterNode[];
  nodes: Map<Heading, ChapterNode | RuleNode>;
}

/** The chapters and rules in the order of the table of contents, those of the body only in their places, rules last in their chapter. */
export function makeNodes(toc: Toc | undefined, headings: Heading[], lines: Line[]): Nodes {
  const nodes = new Map<Heading, ChapterNode | RuleNode>();
  const byEntry = new Map<TocEntry, Heading>();
  for (const heading of headings) if (heading.entry) byEntry.set(heading.entry, heading);
  const chapters: ChapterNode[] = [];
  const entries = printedIn(toc?.entries ?? [], byEntry);
  const rewordings = rewordedIn(byEntry, lines, toc?.end ?? 0);
  for (const entry of entries) {
    const heading = byEntry.get(entry);
    const at = {
      title: rewordings.get(entry) ?? entry.title,
      page: entry.page,
      line: heading ? must(lines[heading.first]).number : entry.line,
    };
    if (entry.level === 'chapter') {
      const number = entry.number ?? heading?.number ?? (chapters.at(-1)?.number ?? 0) + 1;
      const chapter = newChapter({ ...at, number, label: labelOf(heading, entry) });
      chapters.push(chapter);
      if (heading) nodes.set(heading, chapter);
    } else {
      const rule = newRule({ ...at, label: labelOf(heading, entry) });
      chapters.at(-1)?.rules.push(rule);
      if (heading) nodes.set(heading, rule);
    }
  }
  addUnlisted({ chapters, nodes }, headings, lines);
  placeInParts(headings, nodes, lines);
  return { chapters, nodes };
}

/** Contents of which the text has fewer of the chapters tell nothing of the others. */
const minPrinted = 0.5;

/**
 * The entries without the chapters that the text lacks, where those have no number and most others have one: an index or a
 * preface that the file leaves out is no chapter of it.
 */
function printedIn(entries: TocEntry[], byEntry: ReadonlyMap<TocEntry, Heading>): TocEntry[] {
  const chapters = entries.filter(({ level }) => level === 'chapter');
  const numbered = chapters.filter(({ number }) => number !== undefined);
  const printed = chapters.filter((entry) => byEntry.has(entry));
  if (numbered.length * 2 <= chapters.length || printed.length < minPrinted * chapters.length) return entries;
  return entries.filter(
    (entry, i) =>
      entry.level === 'rule' ||
      entry.number !== undefined ||
      byEntry.has(entry) ||
      entries[i + 1]?.level === 'rule',
  );
}

/** The titles that the body words otherwise than the contents, where its words are the book's. */
function rewordedIn(byEntry: Map<TocEntry, Heading>, lines: Line[], from: number): Map<TocEntry, string> {
  const pairs = [...byEntry].map(([entry, { title, first, last }]) => ({
    entry,
    listed: entry.title,
    printed: cleanTitle(title),
    first,
    last,
  }));
  const likelier = ofTheBody(pairs, lines, from);
  return new Map(pairs.flatMap((pair) => (likelier.has(pair) ? [[pair.entry, pair.printed] as const] : [])));
}

/** Add what the body has and the table of contents hasn't. */
function addUnlisted({ chapters, nodes }: Nodes, headings: Heading[], lines: Line[]): void {
  // What is above the first listed chapter's heading is before that chapter; without such a heading, nobody knows.
  const first = chapters[0];
  const isFirstFound = first !== undefined && [...nodes.values()].includes(first);
  let current = isFirstFound ? undefined : first;
  const chapterOf = new Map(
    chapters.flatMap((chapter) => chapter.rules.map((rule) => [rule, chapter] as const)),
  );
  const places = new Map(chapters.map((chapter, i) => [chapter, i]));
  const added: [after: number, chapter: ChapterNode][] = [];
  for (const heading of headings) {
    const node = nodes.get(heading);
    const at = {
      title: cleanTitle(heading.title),
      page: null,
      line: must(lines[heading.first]).number,
      label: heading.label,
    };
    if (node) current = 'rules' in node ? node : (chapterOf.get(node) ?? current);
    else if (heading.level === 'chapter') {
      const chapter = newChapter({ ...at, number: heading.number ?? (current?.number ?? 0) + 1 });
      const after = current ? (places.get(current) ?? -1) : -1;
      places.set(chapter, after);
      added.push([after, chapter]);
      nodes.set(heading, chapter);
      current = chapter;
    } else if (heading.level === 'rule' && (current ?? first)) {
      const rule = newRule(at);
      const chapter = must(current ?? first);
      chapter.rules.push(rule);
      chapterOf.set(rule, chapter);
      nodes.set(heading, rule);
    }
  }
  insertBehind(chapters, added);
}

/** Put chapters behind those at the given places, in their order; -1 is before all. */
function insertBehind(chapters: ChapterNode[], added: [after: number, chapter: ChapterNode][]): void {
  const behind = Map.groupBy(added, ([after]) => after);
  const listed = chapters.splice(0);
  for (let i = -1; i < listed.length; i += 1) {
    if (i >= 0) chapters.push(must(listed[i]));
    for (const [, chapter] of behind.get(i) ?? []) chapters.push(chapter);
  }
}

/** Give every chapter its part. The name of a part within a part has both names. */
function placeInParts(headings: Heading[], nodes: Nodes['nodes'], lines: Line[]): void {
  let open: Heading[] = [];
  let part: PartNode | undefined;
  let count = 0;
  for (const heading of headings) {
    if (heading.level === 'part') {
      open = [...open.filter(({ depth }) => depth < heading.depth), heading];
      part = undefined;
      continue;
    }
    if (heading.endsPart) {
      open = open.filter(({ depth }) => depth < heading.depth);
      part = undefined;
    }
    const chapter = nodes.get(heading);
    if (heading.level !== 'chapter' || !chapter || !('rules' in chapter)) continue;
    const own = partOnLine(must(lines[heading.first]).text, heading.label);
    if (!own && open.length > 0) part ??= newPart(open, (count += 1));
    else {
      if (own?.label !== part?.label || own?.title !== part?.title)
        part = own && newPart([own], (count += 1));
    }
    if (part) chapter.part = part;
  }
}

/** 第一篇 基本技巧 第二章 标题: the part that a chapter's heading names before it, on the same line. */
function partOnLine(line: string, chapter: string): Pick<Heading, 'title' | 'label'> | undefined {
  const text = line.trim();
  const path = pathOn(text);
  const words = text.slice(path?.part, path?.chapter).trim();
  const numbering = path ? numberingOf(words) : undefined;
  if (!path || !numbering || numbering.label === chapter) return undefined;
  const named = cleanTitle(words.slice(numbering.length));
  // The book's name again is no title: 书名 第一部分 书名 第一章.
  const title = named === text.slice(0, path.part).trim() ? '' : named;
  return { label: numbering.label, title: title === '' ? numbering.label : title };
}

function newPart(open: Pick<Heading, 'title' | 'label'>[], number: number): PartNode {
  const titles = open.map(({ title }) => cleanTitle(title));
  return {
    number,
    title: titles.join(' · '),
    label: open
      .map(({ label }) => label)
      .join(' ')
      .trim(),
  };
}

function labelOf(heading: Heading | undefined, entry: TocEntry): string {
  return heading?.label ? heading.label : entry.label;
}

function newChapter(
  of: Pick<ChapterNode, 'number' | 'title' | 'page' | 'line'> & { label: string },
): ChapterNode {
  return { ...of, epigraph: undefined, opening: [], rules: [] };
}

function newRule(of: Pick<RuleNode, 'title' | 'page' | 'line'> & { label: string }): RuleNode {
  return { ...of, status: 'missing', paragraphs: [] };
}
