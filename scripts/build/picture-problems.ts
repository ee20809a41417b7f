import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition, Image, ImageReference, Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { pictureAt } from '../../src/lib/book/picture.ts';

const parser = unified().use(remarkParse);

/** A text without this has no picture of the book, so it needn't be parsed. */
const picturesFolder = '../pictures/';

const kinds = ['image', 'imageReference', 'definition'];
type Found = Image | ImageReference | Definition;

function* picturesIn(node: Nodes): Generator<Found> {
  if (kinds.includes(node.type)) yield node as Found;
  if ('children' in node) for (const child of node.children) yield* picturesIn(child);
}

/** Addresses of the book's pictures that Markdown shows, whether written in place or by reference. */
function addressesOf(markdown: string): string[] {
  const found = [...picturesIn(parser.parse(markdown))];
  const named = new Set(found.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])));
  return found
    .flatMap((node) =>
      node.type === 'image' || (node.type === 'definition' && named.has(node.identifier)) ? [node.url] : [],
    )
    .filter((address) => address.startsWith(picturesFolder));
}

/**
 * Check that the pictures that a text shows are there.
 *
 * @param path of the text below the content's folder
 */
export function pictureProblems(dir: string, path: string, markdown: string): string[] {
  if (!markdown.includes(picturesFolder)) return [];
  return [...new Set(addressesOf(markdown))].flatMap((address) => {
    const picture = pictureAt(address);
    if (picture && existsSync(join(dir, 'pictures', picture.name))) return [];
    return [
      picture
        ? `${path}: expected the picture pictures/${picture.name}, and it isn't there. Restore it, remove the line that shows it, or run the ingest again.`
        : `${path}: expected a picture of the book, such as ../pictures/0a1b2c3d-640x480.png, found “${address}”. Put the picture into the source and run the ingest again, or remove the line that shows it.`,
    ];
  });
}
