import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runStages } from '../../../scripts/ingest/run/stages.ts';
import { writeStages } from '../../../scripts/ingest/run/write-stages.ts';
import { adapterFor, type Request } from '../../../scripts/ingest/source/adapters.ts';
import { readGuarded } from '../../../scripts/ingest/source/guarded.ts';
import { reportSchema, type Report } from '../../../src/schemas/report.ts';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { plainFormatBook, richFormatBook, type FormatBook } from '../../../samples/formats/book.ts';
import { formatWriters, type MadeSource } from '../../../samples/formats/writers.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What is handed to a reading process: bytes, and the files of a folder. */
const guardedFormats = ['styles.docx', 'book.pdf', 'folder'];

/** Read a file in this process: to start one of its own for each takes longer than to read it. */
const readHere = async (request: Request) => (await adapterFor(request))();

/** Ingest a book in a format, and read what was written. */
async function ingestAs(
  name: string,
  book: FormatBook,
  read?: typeof readGuarded,
): Promise<{ edition: Edition; report: Report; out: string }> {
  return ingestFile(name, formatWriters[name]?.(book) ?? '', read);
}

async function ingestFile(
  name: string,
  made: MadeSource,
  read: typeof readGuarded = readHere,
): Promise<{ edition: Edition; report: Report; out: string }> {
  const place = join(await mkdtemp(join(folder, 'book-')), name);
  for (const [path, content] of made instanceof Map ? made : [['', made] as const]) {
    const file = join(place, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const out = join(dirname(place), 'out');
  const options = { source: place, name, out, encoding: undefined, force: false, retire: false };
  const done = await writeStages(await runStages(options, undefined, read), options);
  expect(done).not.toHaveProperty('refused');
  const report = reportSchema.parse(JSON.parse(await readFile(join(out, 'report.json'), 'utf8')));
  return { edition: await readEdition(out), report, out };
}

/** What has to be alike in all formats. */
function contentOf({ chapters, rules, cases }: Edition): unknown {
  return {
    chapters: chapters.map(({ data, body }) => [data.id, data.title.zh, body.trim()]),
    rules: rules.map(({ data, body }) => [data.id, data.title.zh, body.trim()]),
    cases: cases.map(({ data, body }) => [data.id, data.title.zh, body.trim()]),
  };
}

describe('one book is the same in every format', () => {
  test.for([
    ['read in a process of its own', 1, guardedFormats, readGuarded],
    ['read here', 2, Object.keys(formatWriters).slice(1), readHere],
  ] as const)('%s', async ([, seed, formats, reader]) => {
    const book = plainFormatBook(seed);
    const { edition, report } = await ingestAs('book.txt', book);
    expect(report.counts).toMatchObject({ chapters: 4, rules: 12, withBody: 12 });
    const expected = contentOf(edition);
    for (const name of formats) {
      const read = await ingestAs(name, book, reader);
      expect(contentOf(read.edition), name).toEqual(expected);
      expect(read.report.accounting.placed + read.report.accounting.dropped).toBe(
        read.report.accounting.nonSpace,
      );
    }
  });
});

describe('a book is the same from the programs that people write with', async () => {
  // LibreOffice 7.4, pandoc 2.17 and calibre 6.13 made these of the first book's Markdown and plain text.
  const makers = new URL('../../fixtures/makers/', import.meta.url);
  let expected: unknown;
  test.for(await readdir(makers))('%s', async (name) => {
    expected ??= contentOf((await ingestAs('book.txt', plainFormatBook(1))).edition);
    const { edition } = await ingestFile(name, await readFile(new URL(name, makers)), readHere);
    expect(contentOf(edition)).toEqual(expected);
  });
});

describe('tables, lists, notes and pictures are kept', () => {
  test.for(['book.md', 'styles.docx', 'bold.docx', 'book.epub', 'book.html', 'folder'])(
    '%s',
    async (name) => {
      const { edition, report, out } = await ingestAs(name, richFormatBook(1, picture()));
      const [rule] = edition.rules;
      const told = edition.cases.filter(({ data }) => 'rule' in data && data.rule === rule?.data.id);
      const text = [rule?.body, ...told.map(({ body }) => body)].join('\n');
      expect(text).toContain('| 项目 | 早班 | 晚班 |\n| --- | --- | --- |\n| 点货 | 三遍 | 两遍 |\n');
      expect(text).toContain('| 交接 | 当面\\|签字 | 当面\\*签字\\* |');
      expect(text).toContain('\n- 先看灯再看门\n- 先点数再签字\n- 先关火再下班\n');
      expect(text).toMatch(/\[\^1\]\n\n\[\^1\]: 此处的数字只是举例。\n/);
      const shown =
        /!\[图1 早班的路线\]\(\.\.\/(pictures\/[\da-f]{20}-64x48\.png)\)\n\n图1 早班的路线\n/.exec(text);
      if (name === 'book.md') {
        expect(
          report.findings.filter(({ code }) => code === 'left-out').map(({ message }) => message),
        ).toEqual([expect.stringContaining('pictures outside the file: 1 (line ')]);
        return;
      }
      const kept = PNG.sync.read(await readFile(join(out, shown?.[1] ?? '')));
      expect([kept.width, kept.height, ...kept.data.subarray(0, 4)]).toEqual([64, 48, 200, 40, 40, 255]);
      expect(await readdir(join(out, 'pictures'))).toHaveLength(1);
    },
  );
});

/** A plain red picture, with a comment in it that must not get through. */
function picture(): Uint8Array {
  const png = new PNG({ width: 64, height: 48 });
  for (let i = 0; i < png.data.length; i += 4) png.data.set([200, 40, 40, 255], i);
  return PNG.sync.write(png);
}
