import { escapePattern } from '../../src/lib/escape-pattern.ts';
import { codePattern } from '../../src/schemas/code-pattern.ts';
import type { CheckedLink } from './check-links.ts';
import { handbookAddress } from './handbook-address.ts';
import { judge, unknown, type Verdict } from './judge.ts';
import { bounds } from './read/bounds.ts';
import type { Slide } from './read/document.ts';
import type { ShelfWays } from './shelf-ways.ts';

/** The handbook's own address that a permanent address of the shelf leads to; `undefined` for any other link. */
function ownAddress(
  url: string,
  { home, books }: ShelfWays,
): { address: string } | { unknown: string } | undefined {
  if (home === undefined) return undefined;
  const path = new RegExp(
    `^${escapePattern(home)}(en/)?r/([a-z0-9-]{1,40})/(${codePattern})(?:[/?#]|$)`,
    'i',
  );
  const [, language = '', id, code = ''] = path.exec(url.trim()) ?? [];
  if (id === undefined) return undefined;
  const book = books.find((each) => each.id === id);
  return book ? { address: `${book.address}${language}r/${code}/` } : { unknown: id };
}

/** Judge every link in a document that leads to a handbook of the shelf, or is one of the shelf's own permanent addresses. */
export function checkShelfLinks(slides: readonly Slide[], shelf: ShelfWays): CheckedLink[] {
  return slides.flatMap(({ number, text, found }) =>
    found.slice(0, bounds.links).flatMap(({ url, place }) => {
      const verdict = judgeOnShelf(url, text, shelf);
      return verdict ? [{ slide: number, url, place, ...verdict }] : [];
    }),
  );
}

function judgeOnShelf(url: string, text: string, shelf: ShelfWays): Verdict | undefined {
  const own = ownAddress(url, shelf);
  if (own && 'unknown' in own)
    return unknown(`The shelf has no handbook “${own.unknown}”. Add it to the list, or correct the link.`);
  const target = own?.address ?? url;
  for (const book of shelf.books) {
    const named = handbookAddress(target, [book.address]);
    if (!named) continue;
    const { id, title, ways, problem = '', withLedger } = book;
    if (!ways) return unknown(`The handbook ${id} could not be asked: ${problem}`);
    const verdict = judge(named, text, ways);
    const note =
      verdict.state === 'unknown' && !withLedger
        ? `${named.named.by === 'code' ? `The code ${named.named.code}` : `The address ${named.named.address}`} is not in its handbook.json now; it may have been there once. Open the link to see what became of it.`
        : verdict.note;
    return { ...verdict, note: `《${title}》 ${note}` };
  }
  return undefined;
}
