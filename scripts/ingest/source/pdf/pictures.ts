import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Extract } from '../extract/extract.ts';
import { readPagePictures, type PagePicture } from './page-pictures.ts';
import type { PdfParagraph } from './paragraphs.ts';
import { pictureLoad } from './picture-load.ts';

/** Of a PDF with more pictures, or more pixels in them, none is read: decoding them takes longer than a reader waits. */
const max = { count: 400, pixels: 40_000_000 };
/** A picture that is on so many pages is a mark of the publisher or a background. */
const oftenPages = 3;

/** The pictures of a PDF, which are handed to the extract in between the paragraphs. */
export class PdfPictures {
  private readonly load;
  private readonly found: PagePicture[] = [];
  private next = 0;
  private pages: Map<string, number> | undefined;

  constructor(bytes: Uint8Array) {
    this.load = pictureLoad(bytes);
  }

  /** Read the pictures of a page; pages come in their order. */
  async read(page: PDFPageProxy, number: number): Promise<void> {
    if (this.load.count === 0 || this.isTooMuch()) return;
    this.found.push(...(await readPagePictures(page, number)));
  }

  /** Hand over the pictures above a paragraph. */
  addAbove({ page, top, note }: PdfParagraph, extract: Extract): void {
    // Notes of a page follow all of its text.
    if (note) return;
    for (
      let picture = this.found[this.next];
      picture && (picture.page < page || (picture.page === page && picture.bottom <= top));
      picture = this.found[this.next]
    )
      this.addNext(picture, extract);
  }

  /** Hand over the pictures below the last paragraph, and name those that were not read at all. */
  addRest(extract: Extract): void {
    for (let picture = this.found[this.next]; picture; picture = this.found[this.next])
      this.addNext(picture, extract);
    if (this.isTooMuch())
      for (let left = this.load.count; left > 0; left -= 1)
        extract.leave('pictures too large or too many to keep');
  }

  private addNext(picture: PagePicture, extract: Extract): void {
    this.next += 1;
    const place = `page ${picture.page}`;
    if (picture.whole) extract.leave('pictures of whole pages', place);
    else if (this.pagesWith(picture) >= oftenPages) extract.leave('ornaments', place);
    else if (picture.bytes === undefined) extract.leave('damaged pictures', place);
    else extract.addPicture(picture.bytes, '', place);
  }

  private pagesWith({ hash }: PagePicture): number {
    this.pages ??= countPages(this.found);
    return this.pages.get(hash) ?? 0;
  }

  private isTooMuch(): boolean {
    return this.load.count > max.count || this.load.pixels > max.pixels;
  }
}

/** On how many pages each picture is. */
function countPages(pictures: readonly PagePicture[]): Map<string, number> {
  const pages = new Map<string, Set<number>>();
  for (const { hash, page } of pictures) pages.set(hash, (pages.get(hash) ?? new Set()).add(page));
  return new Map([...pages].map(([hash, on]) => [hash, on.size]));
}
