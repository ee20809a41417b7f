import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import { InputError } from '../../input-error.ts';
import type { LineFormat } from '../../model.ts';
import { decode, type Encoding } from '../text/decode.ts';
import { isVisible } from '../text/visible.ts';
import { finishSource } from '../extract/extract.ts';
import { readDataAddress } from '../extract/data-address.ts';
import type { LeftOut, Source } from '../extract/source.ts';
import { readMarkdown, type MarkdownContext } from './read-markdown.ts';

/** The file that opens a folder, and so a book. */
const opening = /^(?:[^/]*\/)?(?:readme|index|_index)\.\w+$/i;
const markdown = /\.(?:md|markdown|mkdn?|mdown)$/i;

/**
 * Read a folder of Markdown as one book: its files in the order of SUMMARY.md or mkdocs.yml, else README or index first and
 * the others by name.
 * @throws InputError if no file holds text
 */
export function readMarkdownFolder(files: Map<string, Uint8Array>, encoding?: Encoding): Source {
  const order = orderOf(files);
  const texts: string[] = [];
  const formatOf = new Map<number, LineFormat>();
  const leftOut: LeftOut[] = [];
  const pictures = new Map<string, Uint8Array>();
  const notes = new Map<string, number>();
  let metadata: Source['metadata'] = {};
  for (const path of order.paths) {
    const bytes = files.get(path);
    if (!bytes || !isVisible(new TextDecoder().decode(bytes))) continue;
    const source = readFile(path, bytes, encoding, {
      picture: (url) => {
        const inside = resolve(path, url);
        return readDataAddress(url) ?? (inside === undefined ? undefined : files.get(inside));
      },
      pictures,
      notes,
      path,
    });
    const start = texts.length;
    texts.push(...source.text.split('\n'), '');
    // The first heading of the file that opens the book is the book's title, at any level.
    const titled =
      start === 0 && opening.test(path)
        ? source.lines.find(({ format }) => format?.kind === 'heading' && format.level === 1)
        : undefined;
    for (const { number, text, format } of source.lines) {
      if (!format) continue;
      const place = `${path}, ${format.place ?? `line ${number}`}`;
      const isTitle = number === titled?.number;
      if (isTitle) metadata = { title: text.trim(), ...metadata };
      formatOf.set(start + number, {
        ...(isTitle ? { kind: 'paragraph', prominent: true } : format),
        place,
      });
    }
    for (const left of source.leftOut)
      leftOut.push({ ...left, place: left.place === undefined ? path : `${path}, ${left.place}` });
    metadata = { ...source.metadata, ...metadata };
  }
  for (const path of order.unlisted)
    leftOut.push({ what: 'files that the order does not name', place: path });
  if (texts.length === 0)
    throw new InputError('The folder’s files hold no text. Give the folder of the book itself.');
  return finishSource('folder', texts, formatOf, {
    leftOut,
    pictures,
    metadata: order.title === undefined ? metadata : { ...metadata, title: order.title },
  });
}

/** @throws InputError that names the file, where it can't be read */
function readFile(
  path: string,
  bytes: Uint8Array,
  encoding: Encoding | undefined,
  context: MarkdownContext,
): Source {
  try {
    return readMarkdown(decode(bytes, encoding).text, context);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${path} in it: ${error.message}`) : error;
  }
}

interface Order {
  paths: string[];
  /** Markdown files that are no part of the book by its own order. */
  unlisted: string[];
  title?: string;
}

function orderOf(files: Map<string, Uint8Array>): Order {
  const paths = [...files.keys()].filter((path) => markdown.test(path));
  const summary = paths.find((path) => /(?:^|\/)(?:_?summary|_sidebar)\.md$/i.test(path));
  const settings = [...files.keys()].find((path) => /(?:^|\/)mkdocs\.ya?ml$/i.test(path));
  const listed =
    (summary === undefined ? undefined : orderOfSummary(summary, files)) ??
    (settings === undefined ? undefined : orderOfMkdocs(settings, files));
  const others = paths.filter((path) => path !== summary);
  if (listed === undefined || listed.paths.length === 0) return { paths: others.sort(byName), unlisted: [] };
  const known = new Set(listed.paths);
  return {
    ...listed,
    unlisted: others.filter((path) => !known.has(path)).sort(byName),
  };
}

/** Folder by folder, names with numbers in the order of the numbers, what opens a folder before the rest of it. */
function byName(a: string, b: string): number {
  const key = (path: string): string =>
    path
      .split('/')
      .map((part) => part.replace(/^(?:readme|index|_index)\./i, '\u0000.'))
      .join('\u0001');
  return key(a).localeCompare(key(b), 'zh', { numeric: true });
}

/** The files that a SUMMARY.md links to; missing ones are left out. */
function orderOfSummary(summary: string, files: Map<string, Uint8Array>): Omit<Order, 'unlisted'> {
  const tree = unified()
    .use(remarkParse)
    .parse(new TextDecoder().decode(files.get(summary)));
  const paths = new Set<string>();
  visit(tree, 'link', (node: Extract<Nodes, { type: 'link' }>) => {
    const path = resolve(summary, node.url);
    if (path !== undefined && files.has(path) && markdown.test(path) && path !== summary) paths.add(path);
  });
  return { paths: [...paths] };
}

/** The files that the `nav` of a mkdocs.yml names; without one there is no order in it. */
function orderOfMkdocs(
  settings: string,
  files: Map<string, Uint8Array>,
): Omit<Order, 'unlisted'> | undefined {
  const text = new TextDecoder().decode(files.get(settings));
  let read: unknown;
  try {
    // Its other parts may hold tags that only its own program knows.
    read = parseYaml(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    return undefined;
  }
  const { nav, docs_dir: folder, site_name: title } = (read ?? {}) as Record<string, unknown>;
  const paths: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > 12) return;
    if (typeof value === 'string') {
      const path = posix.join(posix.dirname(settings), typeof folder === 'string' ? folder : 'docs', value);
      if (files.has(path) && markdown.test(path) && !paths.includes(path)) paths.push(path);
    } else if (typeof value === 'object' && value !== null)
      for (const each of Object.values(value)) walk(each, depth + 1);
  };
  walk(nav, 0);
  return { paths, ...(typeof title === 'string' ? { title } : {}) };
}

/** The path in the folder that a link leads to; `undefined` for one that leads out of it. */
export function resolve(from: string, url: string): string | undefined {
  if (/^[a-z][\w+.-]*:|^\/\//i.test(url)) return undefined;
  let decoded = url.replace(/[?#].*$/, '');
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // Take it as it is.
  }
  const path = posix.normalize(posix.join(decoded.startsWith('/') ? '' : posix.dirname(from), decoded));
  return path.startsWith('..') ? undefined : path.replace(/^\.?\//, '');
}
