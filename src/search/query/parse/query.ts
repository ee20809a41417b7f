import { fold } from '../../format/fold.ts';

/** What a reader typed, understood. All texts are folded. */
export interface Query {
  /** What must be found, cut at white space only. */
  parts: string[];
  /** Quoted: to be found exactly so, never relaxed. */
  quoted: string[];
  /** Behind a minus: pages with one of these are left out. */
  excluded: string[];
}

const quotation = /(^|\s)([-－]?)(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』)/gu;
const words = (text: string) => fold(text).split(/\s+/u).filter(Boolean);

/**
 * Read a query: words, “quoted words”, `-word` to leave out. Spaces inside a quotation separate it, as they
 * separate the text. Punctuation by itself counts only if nothing else was typed.
 */
export function parseQuery(typed: string): Query {
  const query: Query = { parts: [], quoted: [], excluded: [] };
  const rest = typed.replace(
    quotation,
    (_whole, before: string, minus: string, ...groups: (string | undefined)[]) => {
      const text = groups.slice(0, 4).find((group) => group !== undefined) ?? '';
      query[minus === '' ? 'quoted' : 'excluded'].push(...words(text));
      return `${before} `;
    },
  );
  const wanted: string[] = [];
  for (const word of words(rest)) {
    if (/^-./u.test(word)) query.excluded.push(word.slice(1));
    else wanted.push(word);
  }
  const telling = wanted.filter((word) => /[\p{L}\p{N}]/u.test(word));
  query.parts = telling.length + query.quoted.length > 0 ? telling : wanted;
  return query;
}

/** Whether there is anything to look for. */
export const isEmpty = ({ parts, quoted }: Query): boolean => parts.length + quoted.length === 0;

/** A text cut at its punctuation: `客户，需求` is two parts. */
export const splitAtPunctuation = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
