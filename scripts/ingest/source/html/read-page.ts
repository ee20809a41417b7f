import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { own } from '../../../../src/lib/own.ts';
import { visibleLength } from '../../language/prose.ts';
import type { Extract, Block, Part } from '../extract/extract.ts';
import { tableRows, withoutFrame } from '../extract/table.ts';
import { splitParts, type BlockLine } from './block-lines.ts';
import { blocks, silent, unplaceable } from './elements.ts';
import { printedNumber, wholeNumber } from './list-numbers.ts';
import type { StyleSheets, Look } from './look.ts';
import type { Notes } from './notes.ts';
import { cellText, holdsBlocks, rowsOf, spreadRows } from './tables.ts';

/** A page's surroundings: where its pictures are, and names for places in it. */
export interface PageContext {
  extract: Extract;
  sheets: StyleSheets;
  notes: Notes;
  /** Where the owner finds an element. */
  place(element: Element | undefined): string;
  /** The bytes of a picture inside the file; `undefined` if there are none. */
  picture(source: string): Uint8Array | undefined;
  /** Level of an element that is a heading by the book's navigation. */
  listed?(element: Element, text: string): number | undefined;
}

/** Classes of paragraphs that are headings: `h1`, `heading-2`, `biaoti1`. */
const headingClass = /^(?:h|head|heading|headline|title|biaoti|标题|標題)[-_ ]?([1-6])$/i;

/** Characters of a paragraph that may be a heading. */
const longestHeading = 80;

/** How the text around is set. */
interface Style {
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

/** Reads the text of an HTML or XHTML page into an extract, block by block. */
export class PageReader {
  private readonly context: PageContext;
  private pending: Pending = nothing();
  private kind: Pick<Block, 'kind' | 'level' | 'marker'> = { kind: 'paragraph' };
  private depth = 0;
  private listDepth = 0;

  constructor(context: PageContext) {
    this.context = context;
  }

  read(tree: Root | Element): void {
    this.walk(tree.children, { bold: false, size: 1 });
    this.flush();
  }

  private walk(nodes: (RootContent | ElementContent)[], style: Style): void {
    for (const node of nodes) {
      if (node.type === 'text') this.addText(node.value, style);
      else if (node.type === 'element') this.readElement(node, style);
      else if (node.type === 'comment' && !/^\[if\b/i.test(node.value) && /\p{Script=Han}/u.test(node.value))
        this.context.extract.leave('comments', this.context.place(this.pending.from), node.value);
    }
  }

  private readElement(element: Element, around: Style): void {
    const { tagName: name } = element;
    if (silent.has(name)) return;
    const look: Look = this.context.sheets.of(element);
    const { extract } = this.context;
    if (look.hidden === true) {
      if (toString(element).trim() !== '')
        extract.leave('hidden text', this.context.place(element), toString(element));
      return;
    }
    const left = own(unplaceable, name);
    if (left !== undefined && !(name === 'svg' && this.readWrappedPicture(element)))
      return extract.leave(left, this.context.place(element), toString(element));
    if (name === 'svg' || this.context.notes.isPlaced(element)) return;
    const note = this.context.notes.referredTo(element);
    if (note !== undefined) {
      this.pending.parts.push({ note });
      return;
    }
    const style = {
      bold: look.bold ?? around.bold,
      size: Math.min(4, around.size * (look.size ?? 1)),
    };
    if (blocks.has(name)) this.readBlock(element, style);
    else this.readInline(element, style);
  }

  private readInline(element: Element, style: Style): void {
    switch (element.tagName) {
      case 'br':
        this.pending.parts.push('\n');
        return;
      case 'img':
      case 'image':
        return this.addPicture(element);
      case 'rt':
        return this.readRuby(element, style);
      case 'wbr':
        return;
      default:
        this.walk(element.children, style);
    }
  }

  private readRuby(element: Element, style: Style): void {
    const reading = toString(element).trim();
    if (reading !== '') this.addText(`（${reading}）`, style);
  }

  private readBlock(element: Element, style: Style): void {
    const { tagName: name } = element;
    const role = String(element.properties['role'] ?? '');
    this.flush();
    if (name === 'nav' || role === 'navigation' || role === 'doc-toc')
      return this.context.extract.leave('navigation', this.context.place(element), toString(element));
    if (name === 'table') return this.readTable(element, style);
    if (name === 'pre') return this.readPreformatted(element);
    if (name === 'ol' || name === 'ul' || name === 'menu') return this.readList(element, style);
    const before = this.kind;
    this.kind = this.kindOf(element, before);
    this.depth += 1;
    this.pending.from = element;
    this.walk(element.children, style);
    this.flush();
    this.depth -= 1;
    this.kind = before;
  }

  private kindOf(
    element: Element,
    around: Pick<Block, 'kind' | 'level' | 'marker'>,
  ): Pick<Block, 'kind' | 'level' | 'marker'> {
    const { tagName: name, properties } = element;
    const heading = /^h([1-6])$/.exec(name)?.[1];
    if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
    if (properties['role'] === 'heading') return { kind: 'heading', level: levelOf(properties['ariaLevel']) };
    if (name === 'figcaption' || name === 'caption') return { kind: 'caption' };
    const called = name === 'p' || name === 'div' ? this.calledHeading(element) : undefined;
    if (called !== undefined) return { kind: 'heading', level: Math.min(called, 6) };
    if (name === 'blockquote') return { kind: 'quote' };
    return around;
  }

  /** Level of a paragraph that a program made of a heading, by its class or Word's outline level. */
  private calledHeading(element: Element): number | undefined {
    if (element.children.some((child) => child.type === 'element' && blocks.has(child.tagName)))
      return undefined;
    const { className } = element.properties;
    for (const each of Array.isArray(className) ? className : []) {
      const level = headingClass.exec(String(each))?.[1];
      if (level !== undefined) return Number(level);
    }
    return this.context.sheets.of(element).outline;
  }

  private readList(list: Element, style: Style): void {
    const ordered = list.tagName === 'ol';
    const kind = String(list.properties['type'] ?? '');
    const listStyle =
      /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(String(list.properties['style'] ?? ''))?.[1] ?? kind;
    let number = wholeNumber(list.properties['start']) ?? 1;
    this.listDepth += 1;
    for (const item of list.children) {
      if (item.type !== 'element') continue;
      if (item.tagName !== 'li') {
        this.readElement(item, style);
        continue;
      }
      if (this.context.notes.isPlaced(item)) continue;
      number = wholeNumber(item.properties['value']) ?? number;
      const before = this.kind;
      const look = this.context.sheets.of(item);
      const marker = ordered ? printedNumber(number, listStyle) : '-';
      this.kind = { kind: 'list', level: this.listDepth, marker };
      this.pending.from = item;
      this.walk(item.children, { bold: look.bold ?? style.bold, size: style.size });
      this.flush();
      this.kind = before;
      number += 1;
    }
    this.listDepth -= 1;
  }

  private readTable(table: Element, style: Style): void {
    const rows = rowsOf(table);
    const cells = rows.map((row) =>
      row.children
        .filter((cell) => cell.type === 'element')
        .filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
    );
    const isLayout = cells.every((row) => row.length <= 1) || cells.flat().some(holdsBlocks);
    for (const child of table.children)
      if (child.type === 'element' && child.tagName === 'caption') this.readBlock(child, style);
    if (isLayout) {
      for (const cell of cells.flat()) this.readBlock(cell, style);
      return;
    }
    const { extract } = this.context;
    const place = this.context.place(table);
    const isAcross = (row: Element[]): boolean =>
      row.length === 1 && Number(row[0]?.properties['colSpan'] ?? 1) > 1;
    const framed = withoutFrame(cells, isAcross);
    for (const cell of framed.above.flat()) this.readBlock(cell, style);
    const pictures: Element[] = [];
    const read = spreadRows(framed.rows, (cell) => cellText(cell, pictures));
    for (const row of tableRows(read))
      extract.add({ kind: 'table', parts: [row.text], markdown: row.markdown, tight: row.tight, place });
    for (const picture of pictures) this.addPicture(picture);
    this.flush();
    for (const cell of framed.below.flat()) this.readBlock(cell, style);
  }

  private readPreformatted(element: Element): void {
    const text = toString(element).replace(/^\n/, '');
    const prose = !hasCode(element) && /\p{Script=Han}{4}/u.test(text);
    const place = this.context.place(element);
    text.split(/\r\n?|\n/).forEach((line, index) =>
      this.context.extract.add({
        kind: prose ? 'paragraph' : 'code',
        parts: [line],
        tight: index > 0 && !prose,
        place,
      }),
    );
  }

  private addText(value: string, { bold, size }: Style): void {
    const text = value.replace(/[\t\n\r\f ]+/g, ' ');
    const visible = visibleLength(text);
    // White space between blocks is none of the text.
    if (visible === 0 && this.pending.visible === 0) return;
    this.pending.parts.push(text);
    this.pending.visible += visible;
    if (bold || size >= 1.15) this.pending.prominent += visible;
  }

  private addPicture(element: Element): void {
    const { properties } = element;
    const source =
      properties['src'] ?? properties['href'] ?? properties['xLinkHref'] ?? properties['xlink:href'];
    this.pending.pictures.push({
      element,
      alt: String(properties['alt'] ?? ''),
      source: String(source ?? ''),
    });
  }

  /** A picture in an SVG frame, as the covers and plates of many EPUBs are. */
  private readWrappedPicture(svg: Element): boolean {
    const image = svg.children.find((child) => child.type === 'element' && child.tagName === 'image');
    if (
      image?.type !== 'element' ||
      svg.children.some((child) => child.type === 'element' && child.tagName === 'text')
    )
      return false;
    this.addPicture(image);
    return true;
  }

  /** What one line of a block is. It is a heading if the book's navigation names it. */
  private kindOfLine(
    { parts }: BlockLine,
    kind: Pick<Block, 'kind' | 'level' | 'marker'>,
    from: Element | undefined,
  ): Pick<Block, 'kind' | 'level' | 'marker'> {
    const text = parts
      .filter((part) => typeof part === 'string')
      .join('')
      .trim();
    if (kind.kind !== 'paragraph' || !from || text.length > longestHeading) return kind;
    const level = this.context.listed?.(from, text);
    return level === undefined ? kind : { kind: 'heading', level };
  }

  /** End the block that is being gathered. */
  private flush(): void {
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
      level !== undefined && this.kind.kind === 'paragraph' ? { kind: 'heading' as const, level } : this.kind;
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
    // Further blocks of the same item are paragraphs of it, without a second number.
    if (visible > 0 && this.kind.kind === 'list') this.kind = { kind: 'paragraph' };
    for (const { element, alt, source } of pictures)
      extract.addPicture(this.context.picture(source), alt, this.context.place(element));
  }
}

function nothing(): Pending {
  return { parts: [], visible: 0, prominent: 0, pictures: [], from: undefined };
}

function levelOf(value: unknown): number {
  return Math.min(6, Math.max(1, wholeNumber(value) ?? 2));
}

function hasCode(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && child.tagName === 'code');
}
