import { InputError, NoTextError } from '../../../input-error.ts';
import type { LineFormat } from '../../../model.ts';
import { decode, type Encoding } from '../../text/decode.ts';
import { isVisible } from '../../text/visible.ts';
import { finishSource } from '../../extract/extract.ts';
import { readDataAddress } from '../../extract/data-address.ts';
import type { LeftOut, Source } from '../../extract/source.ts';
import { orderOf } from './folder-order.ts';
import { pathOfLink } from './path-of-link.ts';
import { titlePages, type Page } from './page-titles.ts';
import type { MarkdownContext } from '../context.ts';
import { readMarkdown } from '../read-markdown.ts';

/** The file that opens a folder, and so a book. */
const opening = /^(?:[^/]*\/)?(?:readme|index|_index)\.\w+$/i;

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
  const pages = readPages(files, order, encoding, pictures, leftOut);
  let metadata: Source['metadata'] = {};
  const titles = titlePages(pages);
  for (const [index, { path, source, opensBook }] of pages.entries()) {
    const { added, deeper } = titles[index] ?? { deeper: new Map<number, LineFormat>() };
    if (added) {
      texts.push(added.text, '');
      formatOf.set(texts.length - 1, { kind: 'heading', level: added.level, place: path });
    }
    const start = texts.length;
    texts.push(...source.text.split('\n'), '');
    // The first heading of the file that opens the book is the book's title, at any level.
    const titled = opensBook
      ? source.lines.find(({ format }) => format?.kind === 'heading' && format.level === 1)
      : undefined;
    for (const { number, text, format } of source.lines) {
      if (!format) continue;
      const place = `${path}, ${format.place ?? `line ${number}`}`;
      const isTitle = number === titled?.number;
      if (isTitle) metadata = { title: text.trim(), ...metadata };
      formatOf.set(start + number, {
        ...(isTitle ? { kind: 'paragraph', prominent: true } : (deeper.get(number) ?? format)),
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

/** The folder's files that hold text, in the book's order. */
function readPages(
  files: Map<string, Uint8Array>,
  { paths, listed }: ReturnType<typeof orderOf>,
  encoding: Encoding | undefined,
  pictures: Map<string, Uint8Array>,
  leftOut: LeftOut[],
): Page[] {
  const notes = new Map<string, number>();
  const pages: Page[] = [];
  for (const path of paths) {
    const bytes = files.get(path);
    if (!bytes || !isVisible(new TextDecoder().decode(bytes))) continue;
    const source = readFile(path, bytes, encoding, {
      picture: (url) => {
        const inside = pathOfLink(path, url);
        return readDataAddress(url) ?? (inside === undefined ? undefined : files.get(inside));
      },
      pictures,
      notes,
      path,
    });
    if (source)
      pages.push({
        path,
        source,
        listed: listed?.get(path),
        opensBook: pages.length === 0 && opening.test(path),
      });
    else leftOut.push({ what: 'files without text', place: path });
  }
  return pages;
}

/**
 * Read a file; `undefined` for one without text, such as one that holds facts for its website alone.
 * @throws InputError that names the file, where it can't be read
 */
function readFile(
  path: string,
  bytes: Uint8Array,
  encoding: Encoding | undefined,
  context: MarkdownContext,
): Source | undefined {
  try {
    return readMarkdown(decode(bytes, encoding).text, context);
  } catch (error) {
    if (error instanceof NoTextError) return undefined;
    throw error instanceof InputError ? new InputError(`${path} in it: ${error.message}`) : error;
  }
}
