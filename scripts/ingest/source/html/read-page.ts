import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { own } from '../../../../src/lib/own.ts';
import { tableRows, withoutFrame } from '../extract/table.ts';
import { blockKind, type BlockKind } from './block-kind.ts';
import { blocks, silent, unplaceable } from './elements.ts';
import { GatheredText, type Style } from './gathered-text.ts';
import { printedNumber, wholeNumber } from './list-numbers.ts';
import type { Look } from './look.ts';
import type { PageContext } from './page-context.ts';
import { cellText, holdsBlocks, rowsOf, spreadRows } from './tables.ts';

/** Reads the text of an HTML or XHTML page into an extract, block by block. */
export class PageReader {
  private readonly context: PageContext;
  private readonly text: GatheredText;
  private kind: BlockKind = { kind: 'paragraph' };
  private depth = 0;
  private listDepth = 0;

  constructor(context: PageContext) {
    this.context = context;
    this.text = new GatheredText(context);
  }

  read(tree: Root | Element): void {
    this.walk(tree.children, { bold: false, size: 1 });
    this.flush();
  }

  private walk(nodes: (RootContent | ElementContent)[], style: Style): void {
    for (const node of nodes) {
      if (node.type === 'text') this.text.addText(node.value, style);
      else if (node.type === 'element') this.readElement(node, style);
      else if (node.type === 'comment' && !/^\[if\b/i.test(node.value) && /\p{Script=Han}/u.test(node.value))
        this.context.extract.leave('comments', this.context.place(this.text.from), node.value);
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
      this.text.add({ note });
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
        this.text.add('\n');
        return;
      case 'img':
      case 'image':
        return this.text.addPicture(element);
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
    if (reading !== '') this.text.addText(`（${reading}）`, style);
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
    this.kind = blockKind(element, before, this.context.sheets);
    this.depth += 1;
    this.text.beginIn(element);
    this.walk(element.children, style);
    this.flush();
    this.depth -= 1;
    this.kind = before;
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
      this.text.beginIn(item);
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
    for (const picture of pictures) this.text.addPicture(picture);
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

  /** A picture in an SVG frame, as the covers and plates of many EPUBs are. */
  private readWrappedPicture(svg: Element): boolean {
    const image = svg.children.find((child) => child.type === 'element' && child.tagName === 'image');
    if (
      image?.type !== 'element' ||
      svg.children.some((child) => child.type === 'element' && child.tagName === 'text')
    )
      return false;
    this.text.addPicture(image);
    return true;
  }

  /** End the block that is being gathered. */
  private flush(): void {
    // Further blocks of the same item are paragraphs of it, without a second number.
    if (this.text.end(this.kind) && this.kind.kind === 'list') this.kind = { kind: 'paragraph' };
  }
}

function hasCode(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && child.tagName === 'code');
}
