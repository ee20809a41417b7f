import { InputError } from '../../input-error.ts';
import type { LineFormat } from '../../model.ts';
import { decode, type Encoding } from '../text/decode.ts';
import { isVisible } from '../text/visible.ts';
import { finishSource } from '../extract/extract.ts';
import { readDataAddress } from '../extract/data-address.ts';
import type { LeftOut, Source } from '../extract/source.ts';
import { orderOf } from './folder-order.ts';
import { pathOfLink } from './path-of-link.ts';
import { readMarkdown, type MarkdownContext } from './read-markdown.ts';

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
  const notes = new Map<string, number>();
  let metadata: Source['metadata'] = {};
  for (const path of order.paths) {
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
