import { own } from '../../../src/lib/own.ts';

/** Where in a document an address was found. */
export type Place = 'link' | 'text' | 'notes' | 'QR code';

/** An address found in a document, as it is written there. */
export interface FoundAddress {
  url: string;
  place: Place;
}

/** A slide, a page, or the whole of a document that has neither. */
export interface Slide {
  /** Counted from 1; `null` for what is on no slide, such as a master. */
  number: number | null;
  /** Its text and its notes, for telling which of two entries an old number meant. */
  text: string;
  found: FoundAddress[];
}

/** Thrown for a file of another format than its name. */
export class DocumentError extends Error {}

const bare = /(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)*(?::\d+)?\/[\w./~%#&?=+-]*/g;
/** A run of the characters that addresses have. What is longer than an address is none, and is not searched. */
const run = /[\w./~%#&?=+:-]+/g;
const maxAddress = 500;

/** Addresses in running text, with and without `https://`. */
export function addressesIn(text: string): string[] {
  return (text.match(run) ?? [])
    .filter((each) => each.length <= maxAddress && each.includes('/'))
    .flatMap((each) => each.match(bare) ?? [])
    .map((url) => url.replace(/[.?&#]{1,500}$/, ''));
}

/** Text of XML or HTML, entities resolved. */
export function decodeEntities(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
  return text.replace(
    /&(?:#(\d{1,9})|#x([\da-f]{1,8})|(\w{1,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const point =
        decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (point !== undefined) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      return own(named, name ?? '') ?? whole;
    },
  );
}

/** Each address once a place. */
export function distinct(found: FoundAddress[]): FoundAddress[] {
  const linked = new Set(found.filter(({ place }) => place === 'link').map(({ url }) => plainAddress(url)));
  const seen = new Set<string>();
  return found.filter(({ url, place }) => {
    // A link's visible text is no second link.
    if (place === 'text' && linked.has(plainAddress(url))) return false;
    const key = `${place} ${url}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const plainAddress = (url: string) => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
