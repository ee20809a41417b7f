import {
  CST,
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  YAMLMap,
  Pair,
  YAMLSeq,
  type Node,
} from 'yaml';

/** The content of each node when its document was read. */
export interface Snapshot {
  values: Map<unknown, unknown[]>;
}

/** Note the content of every node of a document, to find out later which ones were changed. */
export function takeSnapshot(document: Document): Snapshot {
  const values = new Map<unknown, unknown[]>();
  const note = (node: unknown): void => {
    if (isPair(node)) {
      values.set(node, [node.key, node.value]);
      note(node.key);
      note(node.value);
    } else if (isCollection(node)) {
      values.set(node, [...node.items]);
      node.items.forEach(note);
    } else values.set(node, isScalar(node) ? [node.value] : []);
  };
  note(document.contents);
  return { values };
}

/**
 * Print a changed document into the text that it was read from (with `keepSourceTokens`). What wasn't changed stays as it was written,
 * with its comments, quotation marks and line breaks.
 * @returns `undefined` if the text isn't a block mapping
 */
export function printIntoSource(text: string, document: Document, snapshot: Snapshot): string | undefined {
  const root = tokenOf(document.contents);
  if (!isMap(document.contents) || root?.type !== 'block-map') return undefined;
  const printer = new SourcePrinter(text.slice(0, root.offset), snapshot, /\r\n/.test(text) ? '\r\n' : '\n');
  printer.collection(document.contents, root);
  const end = root.offset + CST.stringify(root).length;
  return printer.text + text.slice(end);
}

type Block = CST.BlockMap | CST.BlockSequence;

class SourcePrinter {
  text: string;
  readonly #values: Snapshot['values'];
  readonly #lineEnd: string;

  constructor(text: string, { values }: Snapshot, lineEnd: string) {
    this.text = text;
    this.#values = values;
    this.#lineEnd = lineEnd;
  }

  /** Print the items of a block. Unchanged items are copied from the source, others are printed anew. */
  collection(node: YAMLMap | YAMLSeq, token: Block): void {
    const { indent } = token;
    const before = this.#values.get(node) ?? [];
    const sources = new Map(before.map((item, i) => [item, token.items[i]]));
    const after = new Set<unknown>(node.items);
    const added = node.items.filter((item) => !sources.has(item));
    // Comments after the last item are about what follows.
    let below = '';
    const items = [...before, ...added];
    items.forEach((item, i) => {
      const source = sources.get(item);
      const isLast = i === before.length - 1;
      if (source) {
        if (!after.has(item)) {
          const [, tail] = splitTail(CST.stringify(source), indent);
          if (isLast) below = tail;
          else this.#put(tail, indent);
          return;
        }
        const start = this.text.length;
        this.#item(item, source, node, indent);
        if (isLast && (added.length > 0 || !after.has(before.at(-1)))) {
          const [own, tail] = splitTail(this.text.slice(start), indent);
          this.text = this.text.slice(0, start) + own;
          below = tail;
        }
      } else this.#fresh(item, node, indent);
    });
    const rest = token.items.slice(before.length).map((each) => CST.stringify(each));
    if (below !== '' || rest.length > 0) this.#put(below + rest.join(''), indent);
  }

  #item(
    item: unknown,
    source: CST.BlockMap['items'][number] | CST.BlockSequence['items'][number],
    parent: YAMLMap | YAMLSeq,
    indent: number,
  ): void {
    if (this.#stayed(item)) {
      this.#put(CST.stringify(source), indent);
      return;
    }
    const value = isPair(item) ? item.value : item;
    const token = tokenOf(value);
    // An alias resolves to a node whose tokens are elsewhere in the source.
    if ((isMap(value) || isSeq(value)) && isBlock(token) && source.value === token) {
      const { value: nested, ...head } = source;
      void nested;
      this.#put(CST.stringify(head), indent);
      this.collection(value, token);
      return;
    }
    const { start } = source;
    this.#put(commentsIn(start), indent);
    this.#fresh(item, parent, indent);
  }

  /** Print an item that the source doesn't have. */
  #fresh(item: unknown, parent: YAMLMap | YAMLSeq, indent: number): void {
    const document = new Document();
    const holder = isSeq(parent) ? new YAMLSeq() : new YAMLMap();
    holder.items.push(withoutCommentsAbove(item) as never);
    document.contents = holder as never;
    const lines = document.toString({ lineWidth: 0 }).trimEnd().split('\n');
    const margin = ' '.repeat(indent);
    this.#put(lines.map((line) => (line === '' ? '' : margin + line) + this.#lineEnd).join(''), indent);
  }

  /** Add a piece of text whose lines are indented. The text so far may end with that indent already. */
  #put(piece: string, indent: number): void {
    if (piece === '') return;
    const column = this.text.length - this.text.lastIndexOf('\n') - 1;
    const margin = /^ */.exec(piece)?.[0] ?? '';
    if (column === 0)
      this.text += margin === '' && /^[^\s#]/.test(piece) ? ' '.repeat(indent) + piece : piece;
    else if (column === indent && !/\S/.test(this.text.slice(-column).replace(/(?:- +)+$/, '')))
      this.text += piece.slice(margin.length);
    else if (/^\s*(?:\r?\n|#)/.test(piece) || this.text.endsWith('\n')) this.text += piece;
    else this.text += this.#lineEnd + piece;
  }

  #stayed(node: unknown): boolean {
    const before = this.#values.get(node);
    if (!before) return node === null || node === undefined;
    if (isAlias(node)) return true;
    if (isScalar(node)) return before[0] === node.value;
    const now = isPair(node) ? [node.key, node.value] : isCollection(node) ? node.items : [];
    return now.length === before.length && now.every((each, i) => each === before[i] && this.#stayed(each));
  }
}

/** An item without the comments above it, which are printed already. */
function withoutCommentsAbove(item: unknown): unknown {
  const bare = (node: unknown): unknown => {
    if (!isNode(node)) return node;
    const copy = node.clone();
    copy.commentBefore = null;
    copy.spaceBefore = false;
    return copy;
  };
  return isPair(item) ? new Pair(bare(item.key), item.value) : bare(item);
}

const tokenOf = (node: unknown): CST.Token | undefined =>
  (node as Node | Pair | undefined as { srcToken?: CST.Token } | undefined)?.srcToken;

const isBlock = (token: CST.Token | undefined): token is Block =>
  token?.type === 'block-map' || token?.type === 'block-seq';

/** Comments and blank lines before an item, without its `-` or `?`. */
function commentsIn(start: CST.SourceToken[]): string {
  const last = start.findLastIndex(({ type }) => type === 'comment');
  if (last < 0) return '';
  const end = start[last + 1]?.type === 'newline' ? last + 2 : last + 1;
  return start
    .slice(0, end)
    .map(({ source }) => source)
    .join('');
}

/** Separate the comments and blank lines at an item's end that are no deeper than the item itself. */
function splitTail(item: string, indent: number): [own: string, tail: string] {
  const lines = item.split(/(?<=\n)/);
  let from = lines.length;
  while (from > 1 && isOutside(lines[from - 1] ?? '', indent)) from -= 1;
  return [lines.slice(0, from).join(''), lines.slice(from).join('')];
}

function isOutside(line: string, indent: number): boolean {
  if (line.trim() === '') return true;
  const [, margin = '', mark] = /^( *)(\S)/.exec(line) ?? [];
  return mark === '#' && margin.length <= indent;
}
