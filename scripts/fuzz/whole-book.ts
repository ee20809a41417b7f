import { parse } from 'yaml';
import { readBody } from '../../src/edition/texts/body.ts';
import { bookSchema } from '../../src/schemas/book.ts';
import { caseSchema } from '../../src/schemas/case.ts';
import { chapterSchema } from '../../src/schemas/chapter.ts';
import { frontSchema } from '../../src/schemas/front.ts';
import type { Ledger } from '../../src/schemas/ledger.ts';
import { findingSchema } from '../../src/schemas/report.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { fillBookFile } from '../ingest/book/book-file.ts';
import { findFacts } from '../ingest/book/find-facts.ts';
import { noOverrides } from '../ingest/corrections/overrides.ts';
import { describe } from '../ingest/describe/describe.ts';
import { drawer } from '../ingest/describe/drawing.ts';
import { WordList } from '../ingest/describe/word-counts.ts';
import { account, AccountingError } from '../ingest/entries/accounting.ts';
import { toEntries } from '../ingest/entries/make-entries.ts';
import { InputError } from '../ingest/input-error.ts';
import { buildOutline } from '../ingest/outline/outline.ts';
import { plainOutline } from '../ingest/outline/plain.ts';
import { assignPermalinks, printLedger, readLedger } from '../ingest/permalinks/permalinks.ts';
import { inspect } from '../ingest/run/inspect.ts';
import type { Source } from '../ingest/source/extract/source.ts';
import { toFiles } from '../ingest/write/markdown.ts';

const schemas = { chapters: chapterSchema, rules: ruleSchema, cases: caseSchema, front: frontSchema };
const path = /^(?:chapters\/\d{2,}|rules\/\d{2,}-\d{2,}|cases\/\d{2,}-\d{2,}-\d+|front\/\d{2,})\.md$/;
const picture = /^pictures\/[\da-f]+-\d+x\d+\.(?:png|jpg|gif|webp)$/;

function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Without keywords, which would take most of the time and say nothing. */
const draw = drawer(() => new WordList().count([]));

let last: Ledger = [];

/** Take a source that was read to the files it becomes. Throws where one of them is not what the site reads, or a character is lost. */
function toContent(source: Source): void {
  const { text, lines, controls, leftOut, metadata, pictures } = source;
  const outline = buildOutline(lines, { heading: () => undefined, join: () => false });
  outline.book.dropped.push(...controls);
  const found = toEntries(outline.book, noOverrides());
  const { nonSpace, placed, dropped } = account(text, outline.book, found);
  expectThat(placed + dropped === nonSpace, 'Characters were lost.');
  // What an ingest falls back to must not lose any either.
  const { book: plain } = plainOutline(outline);
  plain.dropped.push(...controls);
  account(text, plain, toEntries(plain, noOverrides()));
  const entries = describe(found, (tellers) => tellers.map(draw));
  for (const finding of inspect({ decoded: source, lines, controls, outline, leftOut }))
    findingSchema.parse(finding);
  const facts = findFacts({ lines, front: outline.book.front, metadata, name: 'book' });
  bookSchema.parse(parse(fillBookFile(undefined, facts).yaml) ?? {});
  for (const name of pictures.keys()) expectThat(picture.test(name), `A picture is called ${name}.`);
  const { codes, ledger } = assignPermalinks(entries, last);
  const kept = new Set(ledger.map(({ code }) => code));
  expectThat(
    last.every(({ code }) => kept.has(code)),
    'A permanent code was lost.',
  );
  const printed = printLedger(ledger);
  expectThat(printLedger(readLedger(printed)) === printed, 'The ledger reads back otherwise.');
  expectThat(
    printLedger(assignPermalinks(entries, ledger).ledger) === printed,
    'A second run changes the ledger.',
  );
  last = ledger.length > 60 ? [] : ledger;
  for (const [name, content] of toFiles(entries, codes)) checkFile(name, content);
}

function checkFile(name: string, content: string): void {
  expectThat(path.test(name), `A file is called ${name}.`);
  expectThat(content.isWellFormed(), `${name} holds half a character.`);
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? [];
  const folder = name.split('/')[0] as keyof typeof schemas;
  schemas[folder].parse(parse(frontmatter));
  readBody(body);
}

/** A source that is read becomes content that the site can read, with every character accounted for, or is refused in plain words. */
export async function takeBook(read: () => Source | Promise<Source>): Promise<void> {
  try {
    toContent(await read());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A text that loses characters is the program's own fault, not the input's.
    expectThat(!(error instanceof AccountingError), error.message);
  }
}
