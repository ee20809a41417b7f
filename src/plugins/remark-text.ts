import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import type { PluggableList } from 'unified';
import { remarkTables } from './remark-tables.ts';
import { remarkCaseSlots } from './remark-case-slots.ts';
import { remarkLabelledBlocks } from './remark-labelled-blocks.ts';
import { remarkLiteralText } from './remark-literal-text.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkPictures, type PicturesOptions } from './remark-pictures.ts';
import { remarkSoftBreaks } from './remark-soft-breaks.ts';

/** How an entry's Markdown is read, in order. */
export const remarkText = (pictures: PicturesOptions = {}) =>
  [
    remarkDirective,
    remarkTables,
    remarkCjkFriendly,
    remarkCaseSlots,
    remarkLabelledBlocks,
    remarkNotes,
    [remarkPictures, pictures],
    remarkLiteralText,
    remarkSoftBreaks,
  ] satisfies PluggableList;
