import { grouped } from '../../grouped.ts';
import { escapeMarkdown } from '../../escape-markdown.ts';
import { InputError, NoTextError } from '../../input-error.ts';
import type { LineFormat } from '../../model.ts';
import { splitLines } from '../text/lines.ts';
import { isVisible } from '../text/visible.ts';
import { keepPicture } from './pictures.ts';
import { placePictures } from './place-pictures.ts';
import type { Row } from './row.ts';
import type { Format, LeftOut, Metadata, Source } from './source.ts';

/** A piece of running text: characters, or the mark of a note. */
export type Part = string | { note: string };

/** A paragraph, heading, list item, table row or the like, as an adapter finds it. */
export interface Block extends Omit<LineFormat, 'markdown'> {
  parts: Part[];
  /** The mark in front of a list item's text. */
  marker?: string;
  /** Goes on the block above: no blank line between them. */
  tight?: boolean;
  /** Markdown for the whole of it, if it is more than its text. */
  markdown?: string;
}

/** Longest text that is taken, in UTF-16 units. */
const maxText = 150_000_000;
/** Longest paragraph that is taken. */
const maxBlock = 1_000_000;

/**
 * Collects what an adapter finds, in reading order, and makes a {@link Source} of it: one line for each paragraph, item
 * or row, a blank line between paragraphs, each note below the paragraph that first refers to it.
 */
export class Extract {
  readonly leftOut: LeftOut[] = [];
  readonly pictures = new Map<string, Uint8Array>();
  metadata: Metadata = {};
  private readonly rows: Row[] = [];
  private readonly notes = new Map<string, { number: number; parts: Part[]; printed: boolean }>();
  /** Characters of all rows so far. */
  private length = 0;
  /** Notes that have a number. */
  private numbered = 0;

  /** Give a note's text, before the paragraph that refers to it is added. */
  define(id: string, parts: Part[]): void {
    if (!this.notes.has(id)) this.notes.set(id, { number: 0, parts, printed: false });
  }

  /** Add the next block. It is left out if nothing in it is visible; the notes that it refers to follow it. */
  add({ parts, marker = '', tight = false, markdown, ...format }: Block): void {
    const known = parts.filter((part) => typeof part === 'string' || this.notes.has(part.note));
    const printed = format.kind === 'heading' ? known.filter((part) => typeof part === 'string') : known;
    const text = this.plain(printed);
    const noted = printed.some((part) => typeof part !== 'string');
    const written = markdown ?? (noted ? this.written(printed) : undefined);
    if (isVisible(text)) {
      const bullet = /^[-*•]$/.test(marker);
      const ordered = /^\d{1,9}[.)]$/.test(marker);
      const item = format.kind === 'list' && (bullet || ordered);
      this.push({
        text: marker === '' || bullet ? text : `${marker}${glueAfter(marker)}${text}`,
        tight,
        format: {
          ...format,
          ...(item
            ? { markdown: `${bullet ? '-' : marker} ${written ?? escapeMarkdown(text)}` }
            : written === undefined
              ? {}
              : { markdown: written }),
        },
      });
    }
    for (const part of known) if (typeof part !== 'string') this.printNote(part.note, format.place);
  }

  /** Keep a picture between the blocks; `bytes` are `undefined` for one that is not in the file. */
  addPicture(bytes: Uint8Array | undefined, alt: string, place: string | undefined): void {
    const kept = bytes ? keepPicture(this.pictures, bytes) : { left: 'pictures outside the file' };
    if ('left' in kept) return this.leave(kept.left, place, alt);
    this.rows.push({
      text: '',
      tight: false,
      format: { kind: 'picture', ...(place === undefined ? {} : { place }) },
      picture: { name: kept.name, alt },
    });
  }

  /** Note that the file holds something that a text can't: `what` is in the plural, such as “comments”. */
  leave(what: string, place?: string, text?: string): void {
    this.leftOut.push({
      what,
      ...(place === undefined ? {} : { place }),
      ...(text === undefined || text.trim() === '' ? {} : { text: text.trim().slice(0, 60) }),
    });
  }

  /**
   * The whole as a source.
   * @throws InputError if there is no text in it
   */
  finish(format: Format): Source {
    const rows = placePictures(this.rows, this.pictures, (place) =>
      this.leave('pictures beside which there is no text', place),
    );
    if (rows.length === 0) throw new NoTextError();
    const texts: string[] = [];
    const formatOf = new Map<number, LineFormat>();
    rows.forEach((row, index) => {
      if (index > 0 && !row.tight) texts.push('');
      texts.push(row.text);
      formatOf.set(texts.length, row.format);
    });
    return finishSource(format, texts, formatOf, this);
  }

  private push(row: Row): void {
    const text = row.text.replace(/[\r\n\f\v\u0085\u2028\u2029]+/g, ' ').trim();
    this.length += text.length;
    if (this.length > maxText)
      throw new InputError('The file unpacks to more text than a book has. Split it, and give its parts.');
    if (text.length > maxBlock)
      throw new InputError(
        `${row.format.place ?? 'A paragraph'} has ${grouped(text.length)} characters in one paragraph; a book's has ${grouped(maxBlock)} at most. Break it into its paragraphs.`,
      );
    this.rows.push({ ...row, text });
  }

  private plain(parts: Part[]): string {
    return parts.map((part) => (typeof part === 'string' ? part : `[${this.numberOf(part.note)}]`)).join('');
  }

  private written(parts: Part[]): string {
    return parts
      .map((part) => (typeof part === 'string' ? escapeMarkdown(part) : `[^${this.numberOf(part.note)}]`))
      .join('')
      .trim();
  }

  private numberOf(id: string): number {
    const note = this.notes.get(id);
    if (!note) return 0;
    if (note.number === 0) note.number = ++this.numbered;
    return note.number;
  }

  private printNote(id: string, place: string | undefined): void {
    const note = this.notes.get(id);
    if (!note || note.printed) return;
    note.printed = true;
    const number = this.numberOf(id);
    const text = note.parts.filter((part) => typeof part === 'string').join('');
    if (text.trim() === '') return;
    this.push({
      text: `[${number}] ${text}`,
      tight: false,
      format: {
        kind: 'footnote',
        ...(place === undefined ? {} : { place }),
        markdown: `[^${number}]: ${escapeMarkdown(text.replace(/\s+/g, ' ').trim())}`,
      },
    });
  }
}

/**
 * Make a source of lines, which are numbered from 1 in their order.
 * @param formatOf the format of lines, by number; the others have none
 */
export function finishSource(
  format: Format,
  texts: string[],
  formatOf: Map<number, LineFormat>,
  {
    leftOut,
    pictures,
    metadata,
  }: { leftOut: LeftOut[]; pictures: Map<string, Uint8Array>; metadata: Metadata },
): Source {
  const text = texts.join('\n');
  const { lines, dropped } = splitLines(text);
  for (const line of lines) {
    const known = formatOf.get(line.number);
    if (known) line.format = known;
  }
  return {
    format,
    text,
    encoding: 'UTF-8',
    damaged: 0,
    lines,
    controls: dropped,
    leftOut,
    pictures,
    metadata,
  };
}

/** Chinese numbers end with a mark of their own; others want a space before the text. */
function glueAfter(marker: string): string {
  return /[、）)】〕》：．]$/.test(marker) ? '' : ' ';
}
