import { readVarints, writeVarints } from './varints.ts';
import { must } from '../../lib/must.ts';

/** Lengths of a page's fields, in the order of its tokens; the text comes after them. */
export interface FieldLengths {
  title: number;
  keywords: readonly number[];
  summary: number;
}

/** Field lengths of all pages, a page behind the other. */
export function encodeFields(pages: readonly FieldLengths[]): Uint8Array {
  return writeVarints(
    pages.flatMap(({ title, keywords, summary }) => [title, keywords.length, ...keywords, summary]),
  );
}

/** The reverse of {@link encodeFields}: gives a page's field lengths by its position. */
export function decodeFields(bytes: Uint8Array): (page: number) => FieldLengths {
  const lengths = readVarints(bytes);
  const starts: number[] = [];
  for (let at = 0; at < lengths.length; at += lengths[at + 1]! + 3) starts.push(at);
  return (page) => {
    const start = must(starts[page]);
    const summaryAt = start + 2 + lengths[start + 1]!;
    return {
      title: lengths[start]!,
      keywords: [...lengths.subarray(start + 2, summaryAt)],
      summary: lengths[summaryAt]!,
    };
  };
}

type InTitle = 'title' | 'titleStart' | 'titleWhole';
type InKeyword = 'keyword' | 'keywordWhole';

/** Where a term is on its page. */
export type MatchedField = InTitle | InKeyword | 'summary' | 'text';

/** The place on its page of a run of `length` tokens. */
export function fieldAt(
  place: number,
  length: number,
  { title, keywords, summary }: FieldLengths,
): MatchedField {
  if (place < title) return place > 0 ? 'title' : length === title ? 'titleWhole' : 'titleStart';
  let start = title;
  for (const keyword of keywords) {
    if (place < start + keyword) return place === start && length === keyword ? 'keywordWhole' : 'keyword';
    start += keyword;
  }
  return place < start + summary ? 'summary' : 'text';
}
