import { getCollection, getEntry } from 'astro:content';
import type { Case } from '../schemas/case.ts';
import type { Term } from '../schemas/glossary.ts';

/** A run of rendered text, or a case that stands between two. */
export interface TextPart {
  html: string;
  /** The case whose text `html` is. */
  case?: Case;
}

export interface EntryText {
  parts: TextPart[];
  /** Glossary terms that the text marks, in order of first mention. */
  terms: (Term & { id: string })[];
}

const slot = /<case-slot data-id="([\d-]+)"><\/case-slot>/;

/** Where a rule and its cases have a paragraph or a section title in common, the later one gets another id. */
function distinctIds(parts: TextPart[]): TextPart[] {
  const seen = new Set<string>();
  const distinct = (id: string) => {
    let free = id;
    for (let count = 2; seen.has(free); count += 1) free = `${id}-${count}`;
    seen.add(free);
    return free;
  };
  return parts.map((part) => ({
    ...part,
    html: part.html.replace(/(?<=<(?:p|li|tr|pre|h[2-4]) id=")[ps]-[a-z0-9-]+(?=")/g, distinct),
  }));
}

async function termsIn(parts: TextPart[]): Promise<EntryText['terms']> {
  const ids = new Set(
    parts.flatMap(({ html }) => [...html.matchAll(/popovertarget="term-([a-z0-9-]+)"/g)].map(([, id]) => id)),
  );
  const terms = await getCollection('glossary', ({ id }) => ids.has(id));
  return terms.map(({ id, data }) => ({ ...data, id }));
}

/** Rendered text, the cases in it in place of their slots. */
async function withCases(name: string, html: string): Promise<EntryText> {
  const parts: TextPart[] = [];
  // Splitting on a pattern with one group gives text and case ids in turn.
  for (const [index, piece] of html.split(slot).entries()) {
    if (index % 2 === 0) {
      if (piece.trim() !== '') parts.push({ html: piece });
      continue;
    }
    const entry = await getEntry('cases', piece);
    if (entry === undefined) {
      throw new Error(
        `${name} places case ${piece}, which has no file. Run the ingest again or remove the directive.`,
      );
    }
    parts.push({ case: entry.data, html: entry.rendered?.html ?? '' });
  }
  const distinct = distinctIds(parts);
  return { parts: distinct, terms: await termsIn(distinct) };
}

/** A rule's text, its cases in place. */
export async function getRuleText(id: string): Promise<EntryText> {
  return withCases(`Rule ${id}`, (await getEntry('rules', id))?.rendered?.html ?? '');
}

/** A case's text. */
export async function getCaseText(id: string): Promise<EntryText> {
  const parts = [{ html: (await getEntry('cases', id))?.rendered?.html ?? '' }];
  return { parts, terms: await termsIn(parts) };
}

/** A section of the front matter. */
export async function getFrontText(id: string): Promise<EntryText> {
  const parts = [{ html: (await getEntry('front', id))?.rendered?.html ?? '' }];
  return { parts, terms: await termsIn(parts) };
}

/** A chapter's own text: its opening, empty where its rules start at once, or all of it where it has no rules. */
export async function getOpening(id: string): Promise<EntryText> {
  return withCases(`Chapter ${id}`, (await getEntry('chapters', id))?.rendered?.html ?? '');
}
