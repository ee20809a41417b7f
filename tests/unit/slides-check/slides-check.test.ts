import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkLinks, type CheckedLink } from '../../../scripts/slides-check/check-links.ts';
import { readDocument } from '../../../scripts/slides-check/read/read-document.ts';
import { handbookAddress } from '../../../scripts/slides-check/handbook-address.ts';
import { reportFile } from '../../../scripts/slides-check/report.ts';
import { run } from '../../../scripts/lib/run.ts';
import { linkedEntries, readEdition } from '../../../src/edition/read-edition.ts';
import { formerAddresses } from '../../../src/ledger/former-addresses.ts';
import { resolveLedger } from '../../../src/ledger/resolve.ts';
import { currentEntries } from '../../../src/ledger/current-entries.ts';
import { makePptx } from '../../../src/share/slides/pptx.ts';
import { ruleSlide } from '../../../src/share/slides/compose.ts';
import { must } from '../../../src/lib/must.ts';

const decks = fileURLToPath(new URL('../../fixtures/decks/', import.meta.url));
const root = { origin: 'https://rules.example.org', base: '/' };
const edition = await readEdition(join(decks, 'edition'));
const destinations = resolveLedger(edition.ledger, currentEntries(linkedEntries(edition)));
const ways = { destinations, former: formerAddresses(destinations.values()) };

async function check(file: string): Promise<CheckedLink[]> {
  return checkLinks(await readDocument(file), ['https://rules.example.org/'], ways);
}

/** A link in a line: `2 moved /rules/01-06/`. */
const brief = ({ slide, state, url, place }: CheckedLink) =>
  [
    slide ?? '—',
    state,
    url.replace('https://rules.example.org', ''),
    ...(place === 'link' ? [] : [place]),
  ].join(' ');

const made = [
  '1 fine /r/fne22/',
  '2 moved /rules/01-06/',
  '3 gone /r/gne44/',
  '3 fine /r/fne22/ QR code',
  '4 moved /rules/01-03/',
  '4 fine /en/cases/01-01-1/ notes',
  '5 unknown /r/zzzzz/',
];

describe('a deck made by LibreOffice', () => {
  test.for(['libreoffice.pptx', 'libreoffice.odp'])(
    '%s: finds links on text and shapes, in notes and in a QR code',
    async (name) => {
      expect((await check(decks + name)).map(brief)).toEqual(made);
    },
  );

  test('libreoffice.pdf: finds link annotations and QR codes page by page; the title on the page tells which entry a number meant', async () => {
    expect((await check(`${decks}libreoffice.pdf`)).map(brief)).toEqual(
      made.filter((line) => !line.endsWith('notes')),
    );
  });
});

test('finds links in a page with sections, in text and behind mangled addresses', async () => {
  expect((await check(`${decks}handout.html`)).map(brief)).toEqual([
    '— fine /chapters/01/',
    '1 moved /rules/01-06/#p-abc',
    '2 gone /rules/01-05%23p-1',
    '2 gone rules.example.org/r/gne44/ text',
  ]);
});

test('tells the slides of a Markdown deck apart', async () => {
  expect((await check(`${decks}talk.md`)).map(brief)).toEqual([
    '1 fine /r/fne22/',
    '2 fine /rules/01-04/qr.svg',
    '2 moved /rules/01-03/',
    '3 unknown /r/qqqqq/ text',
  ]);
});

test.for([
  ['page.html', 'utf-16le', '\ufeff'],
  ['page.html', 'utf-16be', '\ufeff'],
  ['page.html', 'utf-16le', ''],
  ['notes.md', 'utf-16le', '\ufeff'],
  ['notes.md', 'utf-8', '\ufeff'],
] as const)('finds the link in %s in %s with the mark “%s”', async ([name, encoding, mark]) => {
  const folder = await mkdtemp(join(tmpdir(), 'encodings-'));
  const url = 'https://rules.example.org/r/fne22/';
  const text = mark + (name.endsWith('md') ? `[先写清单](${url})` : `<p><a href="${url}">先写清单</a>`);
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  await writeFile(join(folder, name), encoding === 'utf-16be' ? bytes.swap16() : bytes);
  const [slide] = await readDocument(join(folder, name));
  expect(slide?.found).toContainEqual({ url, place: 'link' });
  expect(slide?.text).toContain('先写清单');
});

test('an address of a million characters is printed with its beginning', () => {
  const url = `https://rules.example.org/r/fne22/${'a'.repeat(1_000_000)}`;
  const printed = reportFile('deck.pptx', [
    { slide: 1, url, place: 'link', state: 'unknown', note: '', instead: undefined, broken: true },
  ]);
  expect(printed.length).toBeLessThan(1000);
  expect(printed).toContain('/r/fne22/aaa');
});

test('finds the site’s own slides fine, QR code included', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'deck-'));
  const slide = ruleSlide(edition, must(edition.rules[0]), 'zh', root);
  await writeFile(join(directory, 'own.pptx'), await makePptx([slide], 'own'));
  const links = await check(join(directory, 'own.pptx'));
  expect(links.map(brief)).toContain('1 fine /r/fne22/ QR code');
  expect(links.every(({ state }) => state === 'fine')).toBe(true);
});

describe('handbookAddress', () => {
  test('without a site, goes by the shape of the address', () => {
    expect(handbookAddress('https://any.example/book/en/r/fne22/', [])).toEqual({
      named: { by: 'code', code: 'fne22' },
      site: 'https://any.example/book/',
      language: 'en/',
    });
    expect(handbookAddress('https://any.example/rules/', [])).toBeUndefined();
    expect(handbookAddress('https://any.example/rules/01-02-1/', [])).toBeUndefined();
  });

  test('with a site, leaves others alone', () => {
    expect(handbookAddress('https://any.example/r/fne22/', ['https://rules.example.org/'])).toBeUndefined();
    expect(
      handbookAddress('http://rules.example.org/r/fne22', ['https://rules.example.org/'])?.named,
    ).toEqual({ by: 'code', code: 'fne22' });
  });
});

describe('npm run slides:check', () => {
  const command = (...args: string[]) =>
    run(
      process.execPath,
      [fileURLToPath(new URL('../../../scripts/slides-check.ts', import.meta.url)), ...args],
      {
        capture: true,
        env: { CONTENT_DIR: join(decks, 'edition'), SITE_URL: 'https://rules.example.org', BASE_PATH: '/' },
      },
    );

  test('writes a mended copy, in which what moved is fine', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'deck-'));
    const file = join(directory, 'deck.pptx');
    await copyFile(`${decks}libreoffice.pptx`, file);
    const before = await readFile(file);
    const { code, output } = await command('--fix', file);
    expect(code).toBe(1);
    expect(output).toContain('7 links: 3 fine, 2 moved, 1 gone, 1 unknown.');
    expect(await readFile(file)).toEqual(before);
    const mended = (await check(join(directory, 'deck.fixed.pptx'))).map(brief);
    expect(mended).toEqual(made.toSpliced(1, 1, '2 fine /r/mvd33/').toSpliced(4, 1, '4 fine /r/prd66/'));
  });

  test('exits with 0 where every link leads to what it meant', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'deck-'));
    const file = join(directory, 'fine.md');
    await writeFile(file, 'https://rules.example.org/r/fne22/ https://rules.example.org/rules/01-06/\n');
    const { code, output } = await command(file);
    expect(output).toContain('1 fine, 1 moved');
    expect(code).toBe(0);
  });

  test('exits with 1 and says why where a file is no deck', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'deck-'));
    const file = join(directory, 'broken.pptx');
    await copyFile(`${decks}talk.md`, file);
    const { code, output } = await command(file);
    expect(output).toContain('no ZIP archive');
    expect(code).toBe(1);
  });

  test('exits with 2 and shows how to call it where it is called wrongly', async () => {
    for (const args of [[], ['deck.docx'], ['--mend', 'deck.pptx']]) {
      const { code, output } = await command(...args);
      expect(output).toContain('Usage: npm run slides:check');
      expect(code).toBe(2);
    }
  });
});
