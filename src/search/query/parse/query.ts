import { fold } from '../../format/fold.ts';

/** A parsed query. All texts are folded. */
export interface Query {
  /** What must be found, cut at white space only. */
  parts: string[];
  /** Quoted text, which is never relaxed. */
  quoted: string[];
  /** Text after a minus: pages with it are left out. */
  excluded: string[];
}

const quotation = /(^|\s)([-－]?)(?:"([^"]+)"|“([^”]+)”|「([^」]+)」|『([^』]+)』)/gu;
const words = (text: string) => fold(text).split(/\s+/u).filter(Boolean);

/**
 * Parse a query: words, “quoted words”, and `-word` to leave out. Spaces separate the words inside quotation marks as well.
 * Punctuation by itself only counts if nothing else was typed.
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
  const meaningful = wanted.filter((word) => /[\p{L}\p{N}]/u.test(word));
  query.parts = meaningful.length + query.quoted.length > 0 ? meaningful : wanted;
  return query;
}

/** Whether there is anything to look for. */
export const isEmpty = ({ parts, quoted }: Query): boolean => parts.length + quoted.length === 0;

/** A text cut at its punctuation: `客户，需求` is two parts. */
export const splitAtPunctuation = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
