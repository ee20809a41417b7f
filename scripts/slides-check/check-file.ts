import { dirname, extname } from 'node:path';
import { bounds, readRegularFile } from './bounds.ts';
import type { Place, Slide } from './document.ts';
import { handbookAddress } from './handbook-address.ts';
import { judge, type Verdict, type Ways } from './judge.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readOdp } from './read-odp.ts';
import { readPdf } from './read-pdf.ts';
import { readPptx } from './read-pptx.ts';
import { textOf } from './text-of.ts';

/** A link to the handbook and what has become of it. */
export interface CheckedLink extends Verdict {
  slide: number | null;
  url: string;
  place: Place;
}

/** @throws DocumentError if the file is of another format than its name, too large or no regular file */
export async function readDocument(file: string): Promise<Slide[]> {
  const bytes = readRegularFile(file);
  switch (extname(file).toLowerCase()) {
    case '.pptx':
      return readPptx(bytes);
    case '.odp':
      return readOdp(bytes);
    case '.pdf':
      return readPdf(bytes);
    case '.md':
      return readMarkdown(textOf(bytes), dirname(file));
    default:
      return readHtml(textOf(bytes), dirname(file));
  }
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
