import type { Properties } from 'hast';

/** The fields of a Markdown node that name the element it becomes. They are read by mdast-util-to-hast. */
declare module 'mdast' {
  interface Data {
    hName?: string | undefined;
    hProperties?: Properties | undefined;
  }
}
