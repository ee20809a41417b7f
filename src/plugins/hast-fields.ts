import type { Properties } from 'hast';

/** How a Markdown node says which element it becomes; read by mdast-util-to-hast. */
declare module 'mdast' {
  interface Data {
    hName?: string | undefined;
    hProperties?: Properties | undefined;
  }
}
