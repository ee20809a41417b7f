import { isCollection, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { bookSchema } from '../../../src/schemas/book.ts';
import { InputError } from '../input-error.ts';
import type { Fact } from './fact.ts';

const heading =
  ' What the book is called; everything that names it takes it from here. Mend or add what you like:\n' +
  ' ingest fills in only what is empty. See also: description, basedOn.';
/** Keys of a new file, in the order in which a reader wants them. */
const order = [
  'title',
  'subtitle',
  'description',
  'authors',
  'publisher',
  'year',
  'isbn',
  'rights',
  'language',
];

export interface FilledBook {
  /** The file's new text. */
  yaml: string;
  /** What was filled in. */
  filled: Fact[];
}

/**
 * Fill the empty fields of a `book.yaml`. Comments, order and existing values stay.
 * @param text the file's text; `undefined` if there is no file
 * @param facts the surest first; if several are for one field, the first counts
 * @throws InputError if the file isn't YAML or breaks the schema
 */
export function fillBookFile(text: string | undefined, facts: readonly Fact[]): FilledBook {
  const document = parseDocument(text ?? '');
  const [error] = document.errors;
  if (error) throw new InputError(`book.yaml is no YAML: ${error.message}`);
  if (document.contents !== null && !isMap(document.contents))
    throw new InputError('book.yaml isn’t as expected. It holds one mapping, such as `title: 手册`.');
  const checked = bookSchema.safeParse(valueOf(document) ?? {});
  if (!checked.success)
    throw new InputError(
      `book.yaml isn’t as expected. Mend it and run ingest again.\n${z.prettifyError(checked.error)}`,
    );
  const wanted = order.flatMap((field) =>
    withEnglish(facts.find((each) => each.field === field) ?? [], facts),
  );
  const hadTitle = !isEmpty(document, 'title');
  const filled = wanted.filter(
    ({ field }) => isEmpty(document, field) && !(hadTitle && field === 'subtitle'),
  );
  if (filled.length === 0 && text !== undefined) return { yaml: text, filled };
  if (text === undefined) document.commentBefore = heading;
  for (const { field, value } of filled) document.set(field, document.createNode(value, { flow: true }));
  return { yaml: document.toString({ lineWidth: 110 }), filled };
}

/** The file's values. None if its anchors and aliases unfold without end. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InputError(`book.yaml is no YAML: ${(error as Error).message}`, { cause: error });
  }
}

/** A title takes its English from wherever the same title has one. */
function withEnglish(found: Fact | [], facts: readonly Fact[]): Fact | [] {
  if (!('field' in found) || found.field !== 'title') return found;
  const { zh } = found.value;
  const other = facts.find(
    (each) => each.field === 'title' && each.value.zh === zh && each.value.en !== undefined,
  );
  return other ?? found;
}

/** Whether a key is absent or has no value. */
function isEmpty(document: Document, field: string): boolean {
  const node: unknown = document.get(field, true);
  if (node === undefined || node === null || !isNode(node)) return true;
  if (isScalar(node)) return node.value === null || node.value === '';
  return isCollection(node) && node.items.length === 0;
}
