import { Extract, type Part } from '../extract/extract.ts';
import type { Source } from '../extract/source.ts';
import { childOf, descendantsOf, elementsOf, textOf, type XmlElement } from '../archive/xml.ts';
import { Zip } from '../archive/zip.ts';
import { HeadingPath } from '../extract/heading-path.ts';
import { tableRows, withoutFrame, type Cell } from '../extract/table.ts';
import { childrenThrough, newerOf, valueOf } from './elements.ts';
import { isEmptyContents } from './empty-contents.ts';
import { findLinkLists, printed } from './blocks/link-lists.ts';
import { readMetadata } from './metadata.ts';
import { linesOfBlock } from './blocks/lines-of-block.ts';
import { Numbering, type Marker } from './numbering.ts';
import { DocxPackage } from './package.ts';
import { paragraphKind, paragraphOf, type Paragraph } from './paragraph-kind.ts';
import { markProminent, type Draft } from './prominent.ts';
import { readInline, type Drawing, type Inline } from './runs.ts';
import { Styles } from './styles.ts';

/**
 * Read a Word document. Numbers that Word computes are printed before their paragraphs. A paragraph's kind
 * follows from its style or its look. Of the styles, only headings, captions and lists count.
 * @throws InputError if it is damaged, encrypted, has macros or no text
 */
export function readDocx(bytes: Uint8Array): Source {
  return new DocxReader(new DocxPackage(new Zip(bytes))).read();
}

class DocxReader {
  private readonly file: DocxPackage;
  private readonly extract = new Extract();
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly path = new HeadingPath();
  private readonly drafts: (Draft | (() => void))[] = [];
  private linkLists: ReadonlySet<XmlElement> = new Set();
  private paragraphs = 0;

  constructor(file: DocxPackage) {
    this.file = file;
    this.styles = new Styles(file.part('styles'));
    this.numbering = new Numbering(file.part('numbering'));
  }

  read(): Source {
    this.readNotes('footnotes', 'w:footnote');
    this.readNotes('endnotes', 'w:endnote');
    this.readBody(elementsOf(childOf(this.file.xml(this.file.main), 'w:body')));
    markProminent(this.drafts.filter((draft) => typeof draft !== 'function'));
    for (const draft of this.drafts) {
      if (typeof draft === 'function') draft();
      else for (const line of linesOfBlock(draft.block)) this.extract.add(line);
    }
    for (const comment of elementsOf(this.file.part('comments')))
      this.extract.leave('comments', undefined, textOf(comment));
    for (const type of ['header', 'footer'])
      for (let left = this.file.count(type); left > 0; left -= 1) this.extract.leave('headers and footers');
    const core = 'docProps/core.xml';
    this.extract.metadata = readMetadata(this.file.zip.has(core) ? this.file.xml(core) : undefined);
    return this.extract.finish('docx');
  }

  private readBody(blocks: XmlElement[]): void {
    this.linkLists = findLinkLists(blocks, (paragraph) => this.isHeading(paragraph));
    this.readBlocks(blocks);
  }

  private isHeading(paragraph: XmlElement): boolean {
    return paragraphOf(paragraph, this.styles).level !== undefined;
  }

  private holdsHeading(table: XmlElement): boolean {
    return descendantsOf(table, 'w:p').some(
      (paragraph) => this.isHeading(paragraph) && textOf(paragraph).trim() !== '',
    );
  }

  private readBlocks(elements: XmlElement[]): void {
    for (const element of elements) {
      switch (element.name) {
        case 'w:p':
          this.readParagraph(element);
          break;
        case 'w:tbl':
          this.readTable(element);
          break;
        case 'w:sdt':
          if (isEmptyContents(element))
            this.extract.leave('tables of contents without entries', this.place(), textOf(element));
          else this.readBlocks(elementsOf(childOf(element, 'w:sdtContent')));
          break;
        case 'w:customXml':
        case 'w:ins':
        case 'w:moveTo':
          this.readBlocks(elementsOf(element));
          break;
        case 'mc:AlternateContent':
          this.readBlocks(newerOf(element));
          break;
        case 'w:altChunk':
          this.extract.leave('documents within the document', this.place());
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.extract.leave('deleted tracked changes', this.place(), textOf(element));
      }
    }
  }

  private readParagraph(element: XmlElement): void {
    this.paragraphs += 1;
    if (this.linkLists.has(element))
      return this.extract.leave('links to headings', this.place(), printed(element));
    const paragraph = paragraphOf(element, this.styles);
    const { level } = paragraph;
    const inline = readInline(element, paragraph.setting, this.styles, (what, text) =>
      this.extract.leave(what, this.place(), text),
    );
    // A paragraph without text has no number either.
    const marker = inline.visible > 0 ? this.marker(paragraph) : undefined;
    const text = plain(inline.parts);
    if (level !== undefined && text.trim() !== '') this.path.enter(level, `${marker?.text ?? ''}${text}`);
    this.drafts.push({
      block: { ...paragraphKind(paragraph, marker, this.styles), parts: inline.parts, place: this.place() },
      inline,
    });
    this.keepDrawings(inline.drawings);
    for (const box of inline.boxes) this.readBlocks(elementsOf(box));
  }

  private keepDrawings(drawings: Drawing[]): void {
    for (const { id, alt } of drawings) {
      const place = this.place();
      this.drafts.push(() => this.extract.addPicture(this.file.bytes(id), alt, place));
    }
  }

  private marker({ style, setting }: Paragraph): Marker | undefined {
    const { list } = setting;
    if (list === undefined || list === '0') return undefined;
    const byStyle = this.styles
      .numberingStyles(style)
      .map((id) => this.numbering.levelOfStyle(list, id))
      .find((level) => level !== undefined);
    return this.numbering.next(list, setting.listLevel ?? byStyle ?? 0);
  }

  private readTable(table: XmlElement): void {
    const rows = childrenThrough(table, 'w:tr');
    const cells = rows.map((row) => childrenThrough(row, 'w:tc'));
    // A frame around text is no table, nor is what arranges headings beside their text.
    if (cells.every((row) => row.length <= 1) || this.holdsHeading(table)) {
      for (const cell of cells.flat()) this.readBlocks(elementsOf(cell));
      return;
    }
    const framed = withoutFrame(cells, (row) => row.length === 1 && spanOf(row[0]) > 1);
    for (const cell of framed.above.flat()) this.readBlocks(elementsOf(cell));
    const drawings: Drawing[] = [];
    const read = framed.rows.map((row) => row.map((cell) => this.readCell(cell, drawings)));
    const place = this.place();
    for (const row of tableRows(read))
      this.drafts.push({
        block: { kind: 'table', parts: [row.text], markdown: row.markdown, tight: row.tight, place },
        inline: nothing(),
      });
    this.keepDrawings(drawings);
    for (const cell of framed.below.flat()) this.readBlocks(elementsOf(cell));
  }

  private readCell(cell: XmlElement, drawings: Drawing[]): Cell {
    const properties = childOf(cell, 'w:tcPr');
    const merge = childOf(properties, 'w:vMerge');
    const texts: string[] = [];
    const walk = (element: XmlElement): void => {
      for (const child of elementsOf(element)) {
        if (child.name === 'w:p') {
          this.paragraphs += 1;
          const inline = readInline(child, {}, this.styles, (what, text) =>
            this.extract.leave(what, this.place(), text),
          );
          texts.push(plain(inline.parts));
          drawings.push(...inline.drawings);
          for (const box of inline.boxes) walk(box);
        } else if (child.name !== 'w:tcPr') walk(child);
      }
    };
    walk(cell);
    return {
      text: texts.filter((text) => text.trim() !== '').join(' '),
      columns: spanOf(cell),
      goesOn: merge !== undefined && valueOf(merge) !== 'restart',
    };
  }

  private readNotes(type: string, name: string): void {
    for (const note of elementsOf(this.file.part(type))) {
      if (note.name !== name || /separator/i.test(note.attributes['w:type'] ?? '')) continue;
      const parts = elementsOf(note).flatMap((paragraph): Part[] =>
        paragraph.name === 'w:p'
          ? [
              ...readInline(paragraph, {}, this.styles, (what) =>
                this.extract.leave(`${what} in notes`),
              ).parts.filter((part) => typeof part === 'string'),
              ' ',
            ]
          : [],
      );
      this.extract.define(`${name.slice(2, 6)} ${note.attributes['w:id'] ?? ''}`, parts);
    }
  }

  private place(): string {
    return this.path.describe(`paragraph ${this.paragraphs}`);
  }
}

function plain(parts: Part[]): string {
  return parts.filter((part) => typeof part === 'string').join('');
}

function nothing(): Inline {
  return { parts: [], drawings: [], boxes: [], visible: 0, bold: 0, sizes: new Map() };
}

/** How many columns a table's cell takes. */
function spanOf(cell: XmlElement | undefined): number {
  return Math.min(Number(valueOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1) || 1, 60);
}
