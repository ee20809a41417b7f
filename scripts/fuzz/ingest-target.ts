import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Random } from '../../samples/random.ts';
import { readBody } from '../../src/edition/body.ts';
import { caseSchema } from '../../src/schemas/case.ts';
import { chapterSchema } from '../../src/schemas/chapter.ts';
import { frontSchema } from '../../src/schemas/front.ts';
import type { Ledger } from '../../src/schemas/ledger.ts';
import { findingSchema } from '../../src/schemas/report.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { noOverrides } from '../ingest/corrections/overrides.ts';
import { describe } from '../ingest/describe/describe.ts';
import { account } from '../ingest/entries/accounting.ts';
import { toEntries } from '../ingest/entries/make-entries.ts';
import { InputError } from '../ingest/input-error.ts';
import { buildOutline } from '../ingest/outline/outline.ts';
import { assignPermalinks, printLedger, readLedger } from '../ingest/permalinks/permalinks.ts';
import { inspect } from '../ingest/run/inspect.ts';
import { decode } from '../ingest/source/text/decode.ts';
import { splitLines } from '../ingest/source/text/lines.ts';
import { toFiles } from '../ingest/write/markdown.ts';
import { projectRoot } from '../lib/environment.ts';
import { damagedBytes, damagedText, strangeText } from './pieces.ts';
import type { Target } from './target.ts';

const schemas = { chapters: chapterSchema, rules: ruleSchema, cases: caseSchema, front: frontSchema };
const path = /^(?:chapters\/\d{2,}|rules\/\d{2,}-\d{2,}|cases\/\d{2,}-\d{2,}-\d+|front\/\d{2,})\.md$/;

function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** The texts of the fixtures, each short enough that a thousand of them take seconds. */
function corpus(): string[] {
  const folder = join(projectRoot, 'tests', 'fixtures');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('input.txt') && !name.startsWith('fuzz'))
    .map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 6000));
}
let texts: string[] | undefined;

function make(random: Random): Uint8Array {
  texts ??= corpus();
  const text = random.chance(0.4) ? strangeText(random) : damagedText(random.pick(texts), random);
  const bytes = random.chance(0.1) ? Buffer.from(text, 'utf16le') : Buffer.from(text);
  return random.chance(0.3) ? damagedBytes(bytes, random) : bytes;
}

let last: Ledger = [];

/** Any bytes become content that the site can read, with every character accounted for, or are refused in plain words. */
async function take(input: Uint8Array): Promise<void> {
  try {
    const decoded = decode(input);
    const { lines, dropped } = splitLines(decoded.text);
    const outline = buildOutline(lines, { heading: () => undefined, join: () => false });
    outline.book.dropped.push(...dropped);
    const found = toEntries(outline.book, noOverrides());
    const { nonSpace, placed, dropped: left } = account(decoded.text, outline.book, found);
    expectThat(placed + left === nonSpace, 'Characters were lost.');
    const entries = describe(found, (asked) => asked.map(() => []));
    for (const finding of inspect({ decoded, lines, controls: dropped, outline, leftOut: [] }))
      findingSchema.parse(finding);
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
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A text that loses characters is the program's own fault, not the input's.
    expectThat(!/fault of (?:the program|ingest)|is missing \d/i.test(error.message), error.message);
  }
}

function checkFile(name: string, content: string): void {
  expectThat(path.test(name), `A file is called ${name}.`);
  expectThat(content.isWellFormed(), `${name} holds half a character.`);
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? [];
  const folder = name.split('/')[0] as keyof typeof schemas;
  schemas[folder].parse(parse(frontmatter));
  readBody(body);
}

export const ingestTarget: Target = { name: 'texts', ending: 'txt', make, take };
