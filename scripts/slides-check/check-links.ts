import { handbookAddress } from './handbook-address.ts';
import { judge, type Verdict, type Ways } from './judge.ts';
import { bounds } from './read/bounds.ts';
import type { Place, Slide } from './read/document.ts';

/** A link to the handbook, with what has become of it. */
export interface CheckedLink extends Verdict {
  slide: number | null;
  url: string;
  place: Place;
}

/** Judge every link to the handbook in a document. */
export function checkLinks(slides: readonly Slide[], sites: readonly string[], ways: Ways): CheckedLink[] {
  return slides.flatMap(({ number, text, found }) =>
    found.slice(0, bounds.links).flatMap(({ url, place }) => {
      const address = handbookAddress(url, sites);
      return address === undefined ? [] : [{ slide: number, url, place, ...judge(address, text, ways) }];
    }),
  );
}
