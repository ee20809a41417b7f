import type { Paragraph, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { pictureAt } from '../lib/book/picture.ts';
import type {} from './hast-fields.ts';

export interface PicturesOptions {
  /** Path that the site lies under. Default: `'/'`. */
  base?: string | undefined;
}

/** Show the book's own pictures (`../pictures/…`) where the site serves them, each with its size, so that nothing moves when it comes. */
export function remarkPictures({ base = '/' }: PicturesOptions = {}) {
  const root = base.replace(/\/?$/, '/');
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node: Paragraph) => {
      const [image] = node.children;
      const picture =
        node.children.length === 1 && image?.type === 'image' ? pictureAt(image.url) : undefined;
      if (!picture || image?.type !== 'image') return undefined;
      image.url = `${root}pictures/${picture.name}`;
      image.data = {
        ...image.data,
        hProperties: { width: picture.width, height: picture.height, loading: 'lazy', decoding: 'async' },
      };
      node.data = { ...node.data, hName: 'figure' };
      return SKIP;
    });
  };
}
