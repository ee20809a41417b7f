import { defaultSchema, type Schema } from 'hast-util-sanitize';
import { caseSlot } from './remark-case-slots.ts';

const own = { id: /^[\p{L}\p{N}_-]+$/u };

/**
 * What a text may consist of once all plugins have run: the elements of Markdown, and ours (checklists, labelled blocks,
 * glossary terms, slots for cases). All else is taken out; nothing that runs, styles or loads from elsewhere is in it.
 */
export const textSchema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'u', caseSlot],
  // Ids are made by plugins from the text, with prefixes of their own.
  clobber: [],
  ancestors: defaultSchema.ancestors ?? {},
  protocols: { href: ['http', 'https', 'mailto'] },
  required: { input: { type: 'checkbox' } },
  attributes: {
    '*': [
      ['id', own.id],
      'lang',
      'className',
      'ariaLabelledBy',
      'ariaLabel',
      'ariaHidden',
      'colSpan',
      'rowSpan',
    ],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    [caseSlot]: ['dataId'],
    // Boxes that scroll can be reached by keyboard.
    div: [['tabIndex', 0]],
    pre: [['tabIndex', 0]],
    img: ['src', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
    input: [['type', 'checkbox'], 'ariaLabelledBy', ['autoComplete', 'off'], 'disabled', 'checked'],
    ol: ['start', 'reversed', ['type', /^[1aAiI]$/]],
    th: ['align', ['scope', /^(?:row|col)(?:group)?$/]],
    td: ['align'],
  },
  strip: ['script', 'style'],
};
