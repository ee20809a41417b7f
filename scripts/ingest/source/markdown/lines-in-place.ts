import { visibleLength } from '../../language/prose.ts';
import type { LineFormat } from '../../model.ts';
import { finishSource } from '../extract/extract.ts';
import { keepPicture } from '../extract/pictures.ts';
import { placePictures } from '../extract/place-pictures.ts';
import type { Row } from '../extract/row.ts';
import type { LeftOut, Metadata, Source } from '../extract/source.ts';
import { isVisible } from '../text/visible.ts';
import type { InlineLine } from './inline-lines.ts';
import { withoutContainer } from './stray-marks.ts';

/** Lines of a file as they are shown, each under the number that it has in the file. */
export class LinesInPlace {
  private readonly texts: string[];
  private readonly formatOf = new Map<number, LineFormat>();
  private readonly leftOut: LeftOut[];
  /** Pictures kept so far. */
  private readonly pictures: Map<string, Uint8Array>;
  /** Pictures, each behind the line with that number. */
  private readonly images: { line: number; name: string; alt: string }[] = [];

  constructor(count: number, pictures: Map<string, Uint8Array>, leftOut: LeftOut[]) {
    this.texts = Array<string>(count).fill('');
    this.pictures = pictures;
    this.leftOut = leftOut;
  }

  hasText(): boolean {
    return this.texts.some(isVisible);
  }

  /** Put the lines of running text from a line on. */
  put(line: number, lines: InlineLine[], format: LineFormat): void {
    lines.forEach(({ text, markdown, strong }, index) =>
      this.putLine(line + index, text, {
        ...format,
        ...(strong > 0 && strong >= visibleLength(text) ? { prominent: true } : {}),
        ...(markdown === undefined ? {} : { markdown: markdown.trim() }),
      }),
    );
  }

  /** Put a line, if there is something in it. */
  putLine(line: number, printed: string, format: LineFormat): void {
    const text = format.kind === 'code' ? printed : withoutContainer(printed);
    if (text.trim() === '') return;
    if (/^\[{1,2}toc\]{1,2}$/i.test(text.trim())) {
      this.leftOut.push({ what: 'marks for a table of contents', place: `line ${line}` });
      return;
    }
    const at = line - 1;
    const before = this.texts[at] ?? '';
    // Two pieces on one line, such as raw HTML in an item: both are kept.
    this.texts[at] = before === '' ? text : `${before} ${text}`;
    this.formatOf.set(line, before === '' ? format : { kind: 'paragraph' });
  }

  /** Keep a picture behind a line; `bytes` are `undefined` for one that is not in the book. */
  keepImage(bytes: Uint8Array | undefined, alt: string, line: number): void {
    const kept = bytes ? keepPicture(this.pictures, bytes) : { left: 'pictures outside the file' };
    if ('name' in kept) this.images.push({ line, name: kept.name, alt });
    else this.leftOut.push({ what: kept.left, place: `line ${line}`, ...(alt === '' ? {} : { text: alt }) });
  }

  /** The whole as a source. */
  finish(metadata: Metadata): Source {
    if (this.images.length > 0) this.placeImages();
    return finishSource('markdown', this.texts, this.formatOf, {
      leftOut: this.leftOut,
      pictures: this.pictures,
      metadata,
    });
  }

  /** Put each picture beside its line. */
  private placeImages(): void {
    const rows: Row[] = [...this.formatOf].map(([line, format]) => ({
      text: this.texts[line - 1] ?? '',
      format,
      tight: false,
      line,
    }));
    for (const { line, name, alt } of this.images)
      rows.push({
        text: '',
        format: { kind: 'picture', place: `line ${line}` },
        tight: false,
        line,
        picture: { name, alt },
      });
    rows.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const placed = placePictures(rows, this.pictures, (place) =>
      this.leftOut.push({
        what: 'pictures beside which there is no text',
        ...(place === undefined ? {} : { place }),
      }),
    );
    for (const { line, format } of placed) if (line !== undefined) this.formatOf.set(line, format);
  }
}
