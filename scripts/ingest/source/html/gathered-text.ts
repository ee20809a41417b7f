import type { Element } from 'hast';
import { visibleLength } from '../../language/prose.ts';
import type { Part } from '../extract/extract.ts';
import type { BlockKind } from './block-kind.ts';
import { splitParts, type BlockLine } from './block-lines.ts';
import type { PageContext } from './page-context.ts';

/** Characters of a paragraph that may be a heading. */
const longestHeading = 80;

/** How the text around is set. */
export interface Style {
  bold: boolean;
  size: number;
}

/** Text that is being gathered for a block. */
interface Pending {
  parts: Part[];
  visible: number;
  prominent: number;
  pictures: { element: Element; alt: string; source: string }[];
  /** Element that it began in. */
  from: Element | undefined;
}

/** Gathers the text of a block, and adds it to the extract when the block ends. */
export class GatheredText {
  private readonly context: PageContext;
  private pending: Pending = nothing();

  constructor(context: PageContext) {
    this.context = context;
  }

  /** Element that the block began in. */
  get from(): Element | undefined {
    return this.pending.from;
  }

  beginIn(element: Element): void {
    this.pending.from = element;
  }

  add(part: Part): void {
    this.pending.parts.push(part);
  }

  addText(value: string, { bold, size }: Style): void {
    const text = value.replace(/[\t\n\r\f ]+/g, ' ');
    const visible = visibleLength(text);
    // White space between blocks is none of the text.
    if (visible === 0 && this.pending.visible === 0) return;
    this.pending.parts.push(text);
    this.pending.visible += visible;
    if (bold || size >= 1.15) this.pending.prominent += visible;
  }

  addPicture(element: Element): void {
    const { properties } = element;
    const source =
      properties['src'] ?? properties['href'] ?? properties['xLinkHref'] ?? properties['xlink:href'];
    this.pending.pictures.push({
      element,
      alt: String(properties['alt'] ?? ''),
      source: String(source ?? ''),
    });
  }

  /** What one line of a block is. It is a heading if the book's navigation names it. */
  private kindOfLine({ parts }: BlockLine, kind: BlockKind, from: Element | undefined): BlockKind {
    const text = parts
      .filter((part) => typeof part === 'string')
      .join('')
      .trim();
    if (kind.kind !== 'paragraph' || !from || text.length > longestHeading) return kind;
    const level = this.context.listed?.(from, text);
    return level === undefined ? kind : { kind: 'heading', level };
  }

  /**
   * End the block that is being gathered, and add it as what it is.
   * @returns whether it has text
   */
  end(around: BlockKind): boolean {
    const { parts, visible, prominent, pictures, from } = this.pending;
    this.pending = nothing();
    const { extract } = this.context;
    const place = this.context.place(from);
    const lines = splitParts(parts);
    const text = lines
      .flatMap((line) => line.parts)
      .filter((part) => typeof part === 'string')
      .join('');
    const level =
      visible > 0 && visible <= longestHeading && from ? this.context.listed?.(from, text.trim()) : undefined;
    const kind =
      level !== undefined && around.kind === 'paragraph' ? { kind: 'heading' as const, level } : around;
    const shared = {
      place,
      ...(visible > 0 && prominent === visible && kind.kind !== 'heading'
        ? { prominent: true as const }
        : {}),
    };
    if (kind.kind === 'heading')
      extract.add({
        ...kind,
        ...shared,
        parts: lines.flatMap((line, index) => (index > 0 ? [' ', ...line.parts] : line.parts)),
      });
    else {
      let heads = true;
      lines.forEach((line, index) => {
        const { marker, ...rest } = lines.length > 1 ? this.kindOfLine(line, kind, from) : kind;
        const isHeading = rest.kind === 'heading';
        extract.add({
          ...rest,
          ...shared,
          parts: line.parts,
          tight: index > 0 && !line.apart && !heads && !isHeading,
          ...(index === 0 && marker !== undefined ? { marker } : {}),
        });
        heads = isHeading;
      });
    }
    for (const { element, alt, source } of pictures)
      extract.addPicture(this.context.picture(source), alt, this.context.place(element));
    return visible > 0;
  }
}

function nothing(): Pending {
  return { parts: [], visible: 0, prominent: 0, pictures: [], from: undefined };
}
