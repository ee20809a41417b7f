import { isMap, type Document, type YAMLMap } from 'yaml';
import { bookSchema } from '../../../src/schemas/book.ts';
import { glossarySchema } from '../../../src/schemas/glossary.ts';
import type { Action, BookFields } from '../protocol/model.ts';
import { cleanLine, cleanList, cleanText } from './clean.ts';
import type { EditContext } from './context.ts';
import { EditError } from '../protocol/edit-error.ts';
import { editYaml, listAt, mapAt, setKey } from './yaml-text.ts';

/**
 * Add a term to the glossary, or change it if it is there.
 * @throws EditError if a field is empty
 */
export function editTerm(context: EditContext, { fields }: Extract<Action, { do: 'term' }>): string {
  const { term, en, zh, gloss } = {
    term: cleanLine(fields.term, 60),
    en: cleanLine(fields.en, 120),
    zh: cleanLine(fields.zh, 600),
    gloss: cleanLine(fields.gloss, 600),
  };
  const aliases = cleanList(fields.aliases);
  if ([term, en, zh, gloss].includes('')) throw new EditError('empty');
  return editYaml(
    context.read('glossary.yaml'),
    {
      name: 'glossary.yaml',
      schema: glossarySchema,
      heading: 'Terms of the handbook: Chinese, English, a line of explanation in each.',
    },
    (document) => {
      const terms = listAt(document, mapAt(document, []), 'terms');
      const there = terms.items.find((item) => isMap(item) && item.get('term') === term);
      if (!isMap(there)) {
        terms.add(document.createNode({ term, en, zh, gloss, ...(aliases.length > 0 ? { aliases } : {}) }));
        return;
      }
      for (const [key, value] of Object.entries({ en, zh, gloss })) setKey(document, there, key, value);
      setKey(document, there, 'aliases', aliases.length > 0 ? aliases : undefined);
    },
  );
}

const bilingual = ['title', 'subtitle', 'description', 'rights'] as const;

/** The fields of a `book.yaml` as a form shows them. Authors are one a line: `王某 / Wang`. */
export function bookFieldsOf(yaml: string): BookFields {
  let fields: Partial<BookFields> = {};
  editYaml(yaml, { name: 'book.yaml', schema: bookSchema, heading: '' }, (document) => {
    const book = bookSchema.parse(document.toJS() ?? {});
    const both = (name: (typeof bilingual)[number]) => ({
      [name]: book[name]?.zh ?? '',
      [`${name}English`]: (book[name] as { en?: string } | undefined)?.en ?? '',
    });
    fields = {
      ...both('title'),
      ...both('subtitle'),
      ...both('description'),
      ...both('rights'),
      authors: book.authors
        .map((author) => ('en' in author && author.en ? `${author.zh} / ${author.en}` : author.zh))
        .join('\n'),
      publisher: book.publisher?.zh ?? '',
      year: book.year === undefined ? '' : String(book.year),
      isbn: book.isbn ?? '',
      language: book.language ?? '',
    };
  });
  return fields as BookFields;
}

/**
 * Set the fields of a `book.yaml` that differ from those in the file.
 * @throws EditError if the year is none
 */
export function editBook(context: EditContext, { fields }: Extract<Action, { do: 'book' }>): string {
  const text = context.read('book.yaml');
  const before = bookFieldsOf(text);
  const differs = (...names: (keyof BookFields)[]) => names.some((name) => fields[name] !== before[name]);
  const about = { name: 'book.yaml', schema: bookSchema, heading: 'What the book is called.' };
  return editYaml(text, about, (document) => {
    const map = mapAt(document, []);
    for (const name of bilingual) if (differs(name, `${name}English`)) setBoth(document, map, name, fields);
    if (differs('authors')) setKey(document, map, 'authors', authorsOf(fields.authors));
    if (differs('publisher')) setPublisher(document, map, fields.publisher);
    if (differs('isbn')) setKey(document, map, 'isbn', cleanLine(fields.isbn, 40) || undefined);
    if (differs('year')) setKey(document, map, 'year', yearOf(fields.year));
    if (differs('language')) setKey(document, map, 'language', cleanLine(fields.language, 10) || undefined);
  });
}

function authorsOf(typed: string): unknown[] | undefined {
  const authors = cleanList(typed.split('\n')).map((line) => {
    const [zh = '', en = ''] = line.split(/\s+\/\s+/);
    return en === '' ? line : { zh, en };
  });
  return authors.length > 0 ? authors : undefined;
}

function setBoth(
  document: Document,
  map: YAMLMap,
  name: (typeof bilingual)[number],
  fields: BookFields,
): void {
  const zh = cleanText(fields[name].replace(/\s+/g, ' '), 1000);
  const en = cleanText(fields[`${name}English`].replace(/\s+/g, ' '), 1000);
  const there = map.get(name, true);
  if (zh === '') map.delete(name);
  else if (isMap(there)) {
    setKey(document, there, 'zh', zh);
    setKey(document, there, 'en', en === '' ? undefined : en);
  } else
    setKey(document, map, name, document.createNode({ zh, ...(en === '' ? {} : { en }) }, { flow: true }));
}

function setPublisher(document: Document, map: YAMLMap, publisher: string): void {
  const there = map.get('publisher', true);
  const zh = cleanLine(publisher);
  if (isMap(there) && zh !== '') setKey(document, there, 'zh', zh);
  else setKey(document, map, 'publisher', zh || undefined);
}

function yearOf(typed: string): number | undefined {
  const year = cleanLine(typed, 8);
  if (year !== '' && !/^[12]\d{3}$/.test(year)) throw new EditError('invalid', 'year');
  return year === '' ? undefined : Number(year);
}
