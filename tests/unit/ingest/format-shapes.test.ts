import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { textsOf, type Block, type Entries } from '../../../scripts/ingest/entries/entry.ts';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import { outlineBook } from '../../../scripts/ingest/run/outline-book.ts';
import { adapterFor } from '../../../scripts/ingest/source/adapters.ts';
import { readSource } from '../../../scripts/ingest/source/read-source.ts';
import type { FormatBook } from '../../../samples/formats/book.ts';
import { formatShapes } from '../../../samples/formats/shapes.ts';
import { formatWriters } from '../../../samples/formats/writers.ts';

/** Read a book in a format, in this process: files that harm are tried elsewhere. */
async function readAs(name: string, book: FormatBook): Promise<Entries> {
  const made = formatWriters[name]?.(book) ?? '';
  const bytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = await readSource(
    made instanceof Map
      ? { name, files: new Map([...made].map(([path, content]) => [path, bytes(content)])) }
      : { name, bytes: bytes(made) },
    undefined,
    async (request) => (await adapterFor(request))(),
  );
  const { found, accounting } = outlineBook(source.text, source.lines, source.controls, noOverrides());
  expect(accounting.placed + accounting.dropped, name).toBe(accounting.nonSpace);
  return found;
}

/** What a table, list or note is marked by, and what has no letters. */
const bare = (texts: string[]): string => texts.join('').replace(/\[\d+\]|[^\p{L}\p{N}]|①/gu, '');

/** The letters of each chapter and rule with its cases, without notes, which are below their paragraph or at its page's foot. */
function textOf({ chapters, rules, cases }: Entries, notes: string[]): unknown {
  const whole = (blocks: Block[]): string =>
    blocks
      .map((block) => {
        if (block.type !== 'case') return bare(textsOf([block]));
        return whole(cases.find(({ data }) => data.id === block.id)?.blocks ?? []);
      })
      .join('');
  const own = ({ blocks }: { blocks: Block[] }): string =>
    notes.reduce((text, note) => text.replace(bare([note]), ''), whole(blocks));
  return {
    chapters: chapters.map((each) => [
      each.data.id,
      each.data.label,
      each.data.part,
      each.data.title,
      own(each),
    ]),
    rules: rules.map((each) => [
      each.data.id,
      each.data.label ?? each.data.number,
      each.data.title,
      own(each),
    ]),
  };
}

const casesOf = ({ cases }: Entries): unknown =>
  cases.map(({ data, blocks }) => [data.id, data.title, bare(textsOf(blocks))]);

const notesOf = (book: FormatBook): string[] =>
  JSON.stringify(book, (key, value: unknown) => (key === 'png' ? undefined : value)).match(
    /(?<="note":")[^"]+/g,
  ) ?? [];

/** A plain red picture. */
const png = new PNG({ width: 64, height: 48 });
for (let i = 0; i < png.data.length; i += 4) png.data.set([200, 40, 40, 255], i);
const picture = PNG.sync.write(png);

describe.each(Object.entries(formatShapes))('%s', (_, make) => {
  const book = make(picture);
  const notes = notesOf(book);
  test('as plain text it is the book that was made', async () => {
    const { chapters, rules } = await readAs('book.txt', book);
    expect(chapters.map(({ data }) => [data.part?.title.zh, data.title.zh])).toEqual(
      partsThrough(book).map((part, index) => [part, book.chapters[index]?.title]),
    );
    // An article's number is its title.
    expect(rules.map(({ data }) => [data.label ?? data.number, data.title.zh])).toEqual(
      book.chapters.flatMap((chapter, index) =>
        chapter.rules.map(({ label, title }, ordinal) =>
          title === '' ? [`${index + 1}.${ordinal + 1}`, label] : [label, title],
        ),
      ),
    );
  });
  test.each(Object.keys(formatWriters).slice(1))('%s says the same', async (name) => {
    const [expected, read] = [await readAs('book.txt', book), await readAs(name, book)];
    expect(textOf(read, notes)).toEqual(textOf(expected, notes));
    // A note at a page's foot parts what belongs together.
    if (name !== 'book.pdf' || notes.length === 0) expect(casesOf(read)).toEqual(casesOf(expected));
    const text = bare(
      [...read.chapters, ...read.rules, ...read.cases].flatMap(({ blocks }) => textsOf(blocks)),
    );
    for (const note of notes) expect(text).toContain(bare([note]));
  });
});

/** The part of each chapter; it goes on until the next begins. */
function partsThrough(book: FormatBook): (string | undefined)[] {
  let open: string | undefined;
  return book.chapters.map(({ part }) => (open = part?.title ?? open));
}
