import type { Heading, ListItem, Node, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { NoTextError } from '../../input-error.ts';
import { escapeMarkdown } from '../../escape-markdown.ts';
import { visibleLength } from '../../language/prose.ts';
import { readDataAddress } from '../extract/data-address.ts';
import type { LeftOut, Metadata, Source } from '../extract/source.ts';
import { tableRows } from '../extract/table.ts';
import type { MarkdownContext } from './context.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { plainMarkdown } from './dialects.ts';
import { rowsOfHtmlTable } from './html-table.ts';
import { inlineLines, type InlineContext, type InlineLine } from './inline-lines.ts';
import { LinesInPlace } from './lines-in-place.ts';
import { startOf } from './start-of.ts';
import { withoutAttributes } from './stray-marks.ts';
import { stripHtml } from './strip-html.ts';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

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
  private readonly written: string[];
  private readonly lines: LinesInPlace;
  private readonly leftOut: LeftOut[] = [];
  private readonly context: MarkdownContext;
  private metadata: Metadata = {};
  private readonly tree: Root;
  /** Addresses that the file gives at another place than it refers to them. */
  private readonly definitions = new Map<string, string>();
  private readonly inline: InlineContext = {
    addressOf: (identifier) => this.definitions.get(identifier) ?? '',
    numberOf: (identifier) => this.numberOf(identifier),
    keepImage: (url, alt, line) => this.lines.keepImage(this.context.picture(url), alt, line),
    leave: (what, line, text) =>
      this.leftOut.push({ what, place: `line ${line}`, ...(text === undefined ? {} : { text }) }),
  };

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
    this.lines = new LinesInPlace(this.written.length, context.pictures, this.leftOut);
    this.tree = parser.parse(this.written.join('\n'));
    visit(this.tree, 'definition', ({ identifier, url }) => {
      this.definitions.set(identifier, url);
    });
  }

  read(): Source {
    for (const node of this.tree.children) this.readBlock(node, 0);
    if (!this.lines.hasText()) throw new NoTextError();
    return this.lines.finish(this.metadata);
  }

  private readBlock(node: Nodes, depth: number): void {
    switch (node.type) {
      case 'heading':
        return this.readHeading(node);
      case 'paragraph':
        return this.lines.put(startOf(node), this.inlineLines(node.children), { kind: 'paragraph' });
      case 'blockquote':
        for (const child of node.children)
          if (child.type === 'paragraph')
            this.lines.put(startOf(child), this.inlineLines(child.children), { kind: 'quote' });
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
      return this.lines.put(line, lines, { kind: 'paragraph' });
    this.lines.putLine(line, withoutAttributes(lines.map(({ text }) => text.trim()).join(' ')), {
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
      this.lines.putLine(startOf(child), number === undefined ? text : `${number} ${text}`, {
        kind: 'list',
        level,
        ...(first.strong > 0 && first.strong >= visibleLength(first.text) ? { prominent: true } : {}),
        ...(decimal
          ? { markdown: `${marker} ${box}${first.markdown?.trim() ?? escapeMarkdown(first.text.trim())}` }
          : {}),
      });
      this.lines.put(startOf(child) + 1, rest, { kind: 'paragraph' });
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
      if (printed)
        this.lines.putLine(startOf(row), printed.text, { kind: 'table', markdown: printed.markdown });
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
        this.lines.putLine(first + index + (fenced ? 1 : 0), text, { kind: prose ? 'paragraph' : 'code' }),
      );
  }

  private readHtml(html: string, line: number): void {
    html.split('\n').forEach((text, index) => {
      for (let left = text.match(/<!--/g)?.length ?? 0; left > 0; left -= 1)
        this.leftOut.push({ what: 'comments', place: `line ${line + index}` });
    });
    const rows = rowsOfHtmlTable(html);
    for (const { line: at, text, markdown } of rows ?? [])
      this.lines.putLine(line + at - 1, text, { kind: 'table', markdown });
    const others = rows ? '' : stripHtml(html);
    others
      .split('\n')
      .forEach((text, index) => this.lines.putLine(line + index, text.trim(), { kind: 'paragraph' }));
    if (/<img\b/i.test(html)) this.leftOut.push({ what: 'pictures outside the file', place: `line ${line}` });
  }

  private readNote(node: Extract<Nodes, { type: 'footnoteDefinition' }>): void {
    const number = this.numberOf(node.identifier);
    const [first, ...others] = node.children;
    const lines = first?.type === 'paragraph' ? this.inlineLines(first.children) : [];
    const text = lines.map((line) => line.text.trim()).join(' ');
    if (text !== '')
      this.lines.putLine(startOf(node), `[${number}] ${text}`, {
        kind: 'footnote',
        markdown: `[^${number}]: ${escapeMarkdown(text)}`,
      });
    for (const child of first?.type === 'paragraph' ? others : node.children) this.readBlock(child, 0);
  }

  private inlineLines(nodes: PhrasingContent[], noted = true): InlineLine[] {
    return inlineLines(nodes, this.inline, noted);
  }

  private numberOf(identifier: string): number {
    const { notes, path } = this.context;
    const key = `${path} ${identifier}`;
    const number = notes.get(key) ?? notes.size + 1;
    notes.set(key, number);
    return number;
  }
}
