import type {
  Heading,
  Link,
  LinkReference,
  ListItem,
  Node,
  Nodes,
  PhrasingContent,
  Root,
  Table,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { NoTextError } from '../../input-error.ts';
import { escapeMarkdown } from '../../escape-markdown.ts';
import { visibleLength } from '../../language/prose.ts';
import type { LineFormat } from '../../model.ts';
import { isVisible } from '../text/visible.ts';
import { finishSource } from '../extract/extract.ts';
import type { Row } from '../extract/row.ts';
import { readDataAddress } from '../extract/data-address.ts';
import { keepPicture } from '../extract/pictures.ts';
import { placePictures } from '../extract/place-pictures.ts';
import type { LeftOut, Metadata, Source } from '../extract/source.ts';
import { tableRows } from '../extract/table.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { plainMarkdown } from './dialects.ts';
import { hasStrayPairs, withoutAttributes, withoutContainer, withoutMarks } from './stray-marks.ts';
import { rowsOfHtmlTable } from './html-table.ts';
import { stripHtml } from './strip-html.ts';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** A line of a paragraph, with what belongs to its Markdown. */
interface InlineLine {
  text: string;
  /** Written with note marks; only if there are any. */
  markdown: string | undefined;
  strong: number;
}

/** Options for a file of a book in several files. */
export interface MarkdownContext {
  /** The bytes of a picture that the book has; `undefined` for others. */
  picture(url: string): Uint8Array | undefined;
  /** Pictures kept so far. */
  pictures: Map<string, Uint8Array>;
  /** Numbers of the book's notes so far. */
  notes: Map<string, number>;
  /** Prefix that keeps this file's notes apart from those of others. */
  path: string;
}

/**
 * Read Markdown: each line of the file stays a line, without its markup. Lists keep their numbers, notes and tables their
 * Markdown; raw HTML gives its text.
 */
export function readMarkdown(
  text: string,
  context: MarkdownContext = { picture: readDataAddress, pictures: new Map(), notes: new Map(), path: '' },
): Source {
  return new MarkdownReader(text, context).read();
}

class MarkdownReader {
  private readonly texts: string[];
  private readonly written: string[];
  private readonly formatOf = new Map<number, LineFormat>();
  private readonly leftOut: LeftOut[] = [];
  private readonly context: MarkdownContext;
  /** Pictures, each behind the line with that number. */
  private readonly images: { line: number; name: string; alt: string }[] = [];
  private metadata: Metadata = {};
  private readonly tree: Root;
  /** Addresses that the file gives at another place than it refers to them. */
  private readonly definitions = new Map<string, string>();

  constructor(text: string, context: MarkdownContext) {
    this.context = context;
    const { body, metadata, lines } = splitFrontmatter(text.replace(/\r\n?|[\u0085\u2028\u2029\f]/g, '\n'));
    this.metadata = metadata;
    if (lines > 0 && Object.keys(metadata).length === 0)
      this.leftOut.push({ what: 'blocks of settings', place: 'line 1' });
    // Many write #第一章 without the space that Markdown wants.
    const plain = plainMarkdown(body.split('\n'));
    for (const { line, text } of plain.tags)
      this.leftOut.push({ what: 'tags of a website’s generator', place: `line ${line}`, text });
    this.written = plain.lines.map((line) =>
      line.replace(/^(#{1,6})(?=[\p{Script=Han}\d【《“]|\*\*\S|(?<=##)\[)/u, '$1 '),
    );
    this.texts = Array<string>(this.written.length).fill('');
    this.tree = parser.parse(this.written.join('\n'));
    visit(this.tree, 'definition', ({ identifier, url }) => {
      this.definitions.set(identifier, url);
    });
  }

  read(): Source {
    for (const node of this.tree.children) this.readBlock(node, 0);
    if (!this.texts.some(isVisible)) throw new NoTextError();
    if (this.images.length > 0) this.placeImages();
    return finishSource('markdown', this.texts, this.formatOf, {
      leftOut: this.leftOut,
      pictures: this.context.pictures,
      metadata: this.metadata,
    });
  }

  private readBlock(node: Nodes, depth: number): void {
    switch (node.type) {
      case 'heading':
        return this.readHeading(node);
      case 'paragraph':
        return this.put(startOf(node), this.inlineLines(node.children), { kind: 'paragraph' });
      case 'blockquote':
        for (const child of node.children)
          if (child.type === 'paragraph')
            this.put(startOf(child), this.inlineLines(child.children), { kind: 'quote' });
          else this.readBlock(child, depth);
        return;
      case 'list':
        node.children.forEach((item, index) =>
          this.readItem(
            item,
            depth + 1,
            node.ordered === true ? this.printedNumber(item, (node.start ?? 1) + index) : undefined,
          ),
        );
        return;
      case 'table':
        return this.readTable(node);
      case 'code':
        return this.readCode(node);
      case 'html':
        return this.readHtml(node.value, startOf(node));
      case 'footnoteDefinition':
        return this.readNote(node);
      case 'thematicBreak':
      case 'definition':
        return;
      default:
        if ('children' in node) for (const child of node.children) this.readBlock(child, depth);
    }
  }

  private readHeading(node: Heading): void {
    const line = startOf(node);
    const lines = this.inlineLines(node.children, false);
    const underlined = !/^\s{0,3}#/.test(this.written[line - 1] ?? '');
    const whole = lines.map(({ text }) => text).join('');
    // A ruler right below a paragraph makes a heading of it in Markdown, which hardly anybody means.
    if (underlined && (whole.length > 40 || /[。！？；]$/.test(whole.trim())))
      return this.put(line, lines, { kind: 'paragraph' });
    this.putLine(line, withoutAttributes(lines.map(({ text }) => text.trim()).join(' ')), {
      kind: 'heading',
      level: node.depth,
    });
  }

  private readItem(item: ListItem, level: number, number: string | undefined): void {
    item.children.forEach((child, index) => {
      if (index > 0 || child.type !== 'paragraph') return this.readBlock(child, level);
      const [first, ...rest] = this.inlineLines(child.children);
      if (!first) return;
      const box = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : '';
      const text = box + first.text.trim();
      const marker = number ?? '-';
      const decimal = number === undefined || /^\d{1,9}[.)]$/.test(number);
      this.putLine(startOf(child), number === undefined ? text : `${number} ${text}`, {
        kind: 'list',
        level,
        ...(first.strong > 0 && first.strong >= visibleLength(first.text) ? { prominent: true } : {}),
        ...(decimal
          ? { markdown: `${marker} ${box}${first.markdown?.trim() ?? escapeMarkdown(first.text.trim())}` }
          : {}),
      });
      this.put(startOf(child) + 1, rest, { kind: 'paragraph' });
    });
  }

  /** An item's number as the author wrote it. */
  private printedNumber(item: ListItem, counted: number): string {
    const start = item.position?.start;
    const line = this.written[(start?.line ?? 1) - 1] ?? '';
    return /^\s*(\d{1,9}[.)])/.exec(line.slice((start?.column ?? 1) - 1))?.[1] ?? `${counted}.`;
  }

  private readTable(table: Table): void {
    const rows = tableRows(
      table.children.map((row) =>
        row.children.map((cell) => ({
          text: this.inlineLines(cell.children)
            .map(({ text }) => text)
            .join(' '),
          columns: 1,
          goesOn: false,
        })),
      ),
    );
    const filled = table.children.filter((row) => row.children.some((cell) => toString(cell).trim() !== ''));
    filled.forEach((row, index) => {
      const printed = rows[index];
      if (printed) this.putLine(startOf(row), printed.text, { kind: 'table', markdown: printed.markdown });
    });
  }

  /** Lines set in by four spaces are code in Markdown; of Chinese prose they are paragraphs with an indent. */
  private readCode(node: { value: string; position?: Node['position'] | undefined }): void {
    const first = startOf(node);
    const fenced = /^\s{0,3}(?:`{3}|~{3})/.test(this.written[first - 1] ?? '');
    const prose = !fenced && /\p{Script=Han}{4}/u.test(node.value);
    node.value
      .split('\n')
      .forEach((text, index) =>
        this.putLine(first + index + (fenced ? 1 : 0), text, { kind: prose ? 'paragraph' : 'code' }),
      );
  }

  private readHtml(html: string, line: number): void {
    html.split('\n').forEach((text, index) => {
      for (let left = text.match(/<!--/g)?.length ?? 0; left > 0; left -= 1)
        this.leftOut.push({ what: 'comments', place: `line ${line + index}` });
    });
    const rows = rowsOfHtmlTable(html);
    for (const { line: at, text, markdown } of rows ?? [])
      this.putLine(line + at - 1, text, { kind: 'table', markdown });
    const others = rows ? '' : stripHtml(html);
    others
      .split('\n')
      .forEach((text, index) => this.putLine(line + index, text.trim(), { kind: 'paragraph' }));
    if (/<img\b/i.test(html)) this.leftOut.push({ what: 'pictures outside the file', place: `line ${line}` });
  }

  private readNote(node: Extract<Nodes, { type: 'footnoteDefinition' }>): void {
    const number = this.numberOf(node.identifier);
    const [first, ...others] = node.children;
    const lines = first?.type === 'paragraph' ? this.inlineLines(first.children) : [];
    const text = lines.map((line) => line.text.trim()).join(' ');
    if (text !== '')
      this.putLine(startOf(node), `[${number}] ${text}`, {
        kind: 'footnote',
        markdown: `[^${number}]: ${escapeMarkdown(text)}`,
      });
    for (const child of first?.type === 'paragraph' ? others : node.children) this.readBlock(child, 0);
  }

  private numberOf(identifier: string): number {
    const { notes, path } = this.context;
    const key = `${path} ${identifier}`;
    const number = notes.get(key) ?? notes.size + 1;
    notes.set(key, number);
    return number;
  }

  /** The lines of running text, each as it is shown, with or without the marks of notes. */
  private inlineLines(nodes: PhrasingContent[], noted = true): InlineLine[] {
    const lines: InlineLine[] = [{ text: '', markdown: undefined, strong: 0 }];
    const shown = shownText(nodes);
    const add = (text: string, strong: boolean, markdown?: string): void => {
      const line = lines.at(-1);
      if (!line) return;
      if (markdown !== undefined) line.markdown = (line.markdown ?? escapeMarkdown(line.text)) + markdown;
      else if (line.markdown !== undefined) line.markdown += escapeMarkdown(text);
      line.text += text;
      if (strong) line.strong += visibleLength(text);
    };
    const walk = (children: PhrasingContent[], strong: boolean): void => {
      for (const node of children) {
        if (node.type === 'text' || node.type === 'inlineCode') {
          const value = node.type === 'text' ? shown(node.value) : node.value;
          value.split('\n').forEach((text, index) => {
            if (index > 0) lines.push({ text: '', markdown: undefined, strong: 0 });
            add(text, strong);
          });
        } else if (node.type === 'break') lines.push({ text: '', markdown: undefined, strong: 0 });
        else if (node.type === 'html') {
          if (/^<br\b/i.test(node.value)) add(' ', strong);
          if (node.value.startsWith('<!--'))
            this.leftOut.push({ what: 'comments', place: `line ${startOf(node)}` });
        } else if (node.type === 'footnoteReference') {
          const number = this.numberOf(node.identifier);
          if (noted) add(`[${number}]`, false, `[^${number}]`);
        } else if (node.type === 'image' || node.type === 'imageReference') {
          this.keepImage(
            node.type === 'image' ? node.url : (this.definitions.get(node.identifier) ?? ''),
            node.alt ?? '',
            startOf(node),
          );
        } else if ('children' in node) {
          if (node.type === 'link' || node.type === 'linkReference') this.leaveAddress(node);
          walk(node.children, strong || node.type === 'strong');
        }
      }
    };
    walk(nodes, false);
    return lines;
  }

  /** A page of a handbook leads to no other site: the address is named in the report, unless the text says it. */
  private leaveAddress(node: Link | LinkReference): void {
    const url = node.type === 'link' ? node.url : (this.definitions.get(node.identifier) ?? '');
    const said = toString(node);
    if (/^(?:https?|mailto):/i.test(url) && !url.includes(said))
      this.leftOut.push({ what: 'addresses of links', place: `line ${startOf(node)}`, text: said });
  }

  private keepImage(url: string, alt: string, line: number): void {
    const bytes = this.context.picture(url);
    const kept = bytes ? keepPicture(this.context.pictures, bytes) : { left: 'pictures outside the file' };
    if ('name' in kept) this.images.push({ line, name: kept.name, alt });
    else this.leftOut.push({ what: kept.left, place: `line ${line}`, ...(alt === '' ? {} : { text: alt }) });
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
    const placed = placePictures(rows, this.context.pictures, (place) =>
      this.leftOut.push({
        what: 'pictures beside which there is no text',
        ...(place === undefined ? {} : { place }),
      }),
    );
    for (const { line, format } of placed) if (line !== undefined) this.formatOf.set(line, format);
  }

  private put(line: number, lines: InlineLine[], format: LineFormat): void {
    lines.forEach(({ text, markdown, strong }, index) =>
      this.putLine(line + index, text, {
        ...format,
        ...(strong > 0 && strong >= visibleLength(text) ? { prominent: true } : {}),
        ...(markdown === undefined ? {} : { markdown: markdown.trim() }),
      }),
    );
  }

  private putLine(line: number, printed: string, format: LineFormat): void {
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
}

function startOf(node: { position?: Node['position'] | undefined }): number {
  return node.position?.start.line ?? 1;
}

/** How the runs of a paragraph's text are shown: without the marks of bold and highlighted text that Markdown leaves in it. */
function shownText(nodes: PhrasingContent[]): (text: string) => string {
  const texts: string[] = [];
  visit({ type: 'paragraph', children: nodes }, 'text', ({ value }) => {
    texts.push(value);
  });
  const stray = (['**', '=='] as const).filter((mark) => hasStrayPairs(texts, mark));
  return (text) => stray.reduce((shown, mark) => withoutMarks(shown, mark), text);
}
