/** Where in a document an address was found. */
export type Place = 'link' | 'text' | 'notes' | 'QR code';

/** An address in a document, as it is written there. */
export interface FoundAddress {
  url: string;
  place: Place;
}

/** A slide, a page, or the whole of a document that has neither. */
export interface Slide {
  /** Counted from 1; `null` for what is on no slide, such as a master. */
  number: number | null;
  /** Its text and its notes. They show which of two entries an old number meant. */
  text: string;
  found: FoundAddress[];
}

/** Thrown for a file that can't be read as what its name says. */
export class DocumentError extends Error {}

/** An address with or without its scheme. */
const bare = /(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)*(?::\d+)?\/[\w./~%#&?=+-]*/g;
/** A run of characters that addresses have. A run longer than any address is not searched. */
const run = /[\w./~%#&?=+:-]+/g;
const maxAddress = 500;

/** Addresses in running text, with and without `https://`. */
export function addressesIn(text: string): string[] {
  return (text.match(run) ?? [])
    .filter((each) => each.length <= maxAddress && each.includes('/'))
    .flatMap((each) => each.match(bare) ?? [])
    .map((url) => url.replace(/[.?&#]{1,500}$/, ''));
}

/** Each address once for each kind of place. */
export function distinct(found: FoundAddress[]): FoundAddress[] {
  const linked = new Set(found.filter(({ place }) => place === 'link').map(({ url }) => plainAddress(url)));
  const seen = new Set<string>();
  return found.filter(({ url, place }) => {
    // The visible text of a link is not a second link.
    if (place === 'text' && linked.has(plainAddress(url))) return false;
    const key = `${place} ${url}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const plainAddress = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
