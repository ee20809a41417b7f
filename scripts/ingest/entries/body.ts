import { append } from '../append.ts';
import { storyOf } from '../cases/story-of.ts';
import { caseTitle, firstWords } from '../cases/title/title.ts';
import type { CaseRange, Dropped, Paragraph } from '../model.ts';
import { paragraphBlock, toBlocks } from './blocks.ts';
import { spanOf } from './data.ts';
import type { Block, CaseEntry } from './entry.ts';

/** The text of a rule or chapter, with the cases told in it. */
interface EntryBody {
  /** Each case is a block that names its id. */
  blocks: Block[];
  cases: CaseEntry[];
  /** Lines of markers and labels. */
  dropped: Dropped[];
}

/** The id of what tells a case. */
type Teller = { rule: string } | { chapter: string };

/**
 * Part the paragraphs of a rule or chapter into its own text and its cases.
 * @param ranges the cases among the paragraphs, in their order
 * @param id the cases' ids are this one with a number behind it
 */
export function entryBody(
  paragraphs: Paragraph[],
  ranges: CaseRange[],
  id: string,
  teller: Teller,
): EntryBody {
  const body: EntryBody = { blocks: [], cases: [], dropped: [] };
  const addText = (from: number, to?: number) => {
    const { blocks, dropped } = toBlocks(paragraphs.slice(from, to));
    append(body.blocks, blocks);
    append(body.dropped, dropped);
  };
  let next = 0;
  ranges.forEach((range, index) => {
    const caseId = `${id}-${index + 1}`;
    addText(next, range.marker ?? range.first);
    body.blocks.push({ type: 'case', id: caseId });
    for (const marker of [range.marker, range.endMarker]) {
      const paragraph = marker === undefined ? undefined : paragraphs[marker];
      if (paragraph)
        body.dropped.push({ line: paragraph.lines[0], text: paragraph.text, reason: 'case-marker' });
    }
    body.cases.push(caseEntry(paragraphs, range, caseId, teller));
    next = (range.endMarker ?? range.last) + 1;
  });
  addText(next);
  return body;
}

function caseEntry(all: Paragraph[], range: CaseRange, id: string, teller: Teller): CaseEntry {
  const paragraphs = all.slice(range.first, range.last + 1);
  const texts = storyOf(all, range);
  const title = range.title ?? (range.made === undefined ? caseTitle(texts) : (range.made ?? undefined));
  return {
    kind: 'case',
    ...(title === undefined ? { untitled: true } : {}),
    data: {
      id,
      ...teller,
      kind: range.kind,
      ...(range.basis === undefined ? {} : { basis: range.basis }),
      title: { zh: title ?? firstWords(texts) },
      detection: { method: range.method, confidence: range.confidence, cues: range.cues },
      source: { lines: spanOf(paragraphs.map((paragraph) => paragraph.lines)) },
    },
    blocks: paragraphs.map(paragraphBlock),
  };
}
