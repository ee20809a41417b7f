import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEntries } from '../../scripts/ingest/entries/make-entries.ts';
import { toFiles } from '../../scripts/ingest/write/markdown.ts';
import { noOverrides } from '../../scripts/ingest/corrections/overrides.ts';
import { assignPermalinks, printLedger } from '../../scripts/ingest/permalinks/permalinks.ts';
import type { Ledger } from '../../src/schemas/ledger.ts';
import { readBody } from '../../src/edition/texts/body.ts';
import { linkedEntries, readEdition, type Edition } from '../../src/edition/read-edition.ts';
import { planMoves } from '../../src/ledger/moves.ts';
import { resolveLedger } from '../../src/ledger/resolve.ts';
import { currentEntries } from '../../src/ledger/current-entries.ts';
import {
  outline,
  printEdition,
  readCompanion,
  revise,
  type Draw,
  type EditedChapter,
} from './companion-editions.ts';
import { times } from '../times.ts';
import { must } from '../../src/lib/must.ts';

const root = { origin: 'https://rules.example.org', base: '/' };

/** Ingest an edition's source over the ledger of those before, through files, as the site reads them. */
async function publish(chapters: EditedChapter[], ledger: Ledger): Promise<Edition> {
  const entries = toEntries(outline(printEdition(chapters)), noOverrides());
  const assigned = assignPermalinks(entries, ledger);
  const directory = await mkdtemp(join(tmpdir(), 'edition-'));
  for (const [path, content] of toFiles(entries, assigned.codes)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  await writeFile(join(directory, 'permalinks.yaml'), printLedger(assigned.ledger));
  const edition = await readEdition(directory);
  await rm(directory, { recursive: true });
  return edition;
}

const squeezed = (text: string) => text.replace(/[\s□]|【[^】]*】/gu, '');

/** All text of a rule, its cases included, as it is in the files. */
function textOf(edition: Edition, id: string): string {
  const bodies = [
    must(edition.rules.find(({ data }) => data.id === id)),
    ...edition.cases.filter(({ data }) => data.rule === id),
  ];
  return bodies
    .flatMap(({ body }) => readBody(body))
    .flatMap((block) =>
      block.type === 'paragraph' ? [block.text] : block.type === 'labelled' ? block.items : [],
    )
    .map(squeezed)
    .join('\n');
}

/**
 * Check that every code issued so far leads to the text of its rule, or to the page that tells that it is gone.
 */
function checkCodes(edition: Edition, chapters: EditedChapter[], issued: Map<string, number>): void {
  const destinations = resolveLedger(edition.ledger, currentEntries(linkedEntries(edition)));
  const current = new Map(
    chapters.flatMap(({ rules }) => rules.map((rule) => [rule.identity, rule] as const)),
  );
  for (const [code, identity] of issued) {
    const destination = must(destinations.get(code));
    const rule = current.get(identity);
    expect(destination.state, `${code}: ${rule?.title ?? 'deleted'}`).toBe(
      rule === undefined ? 'retired' : 'current',
    );
    if (rule === undefined || destination.state !== 'current') continue;
    expect(destination.entry.title.zh).toBe(rule.title);
    const text = textOf(edition, destination.entry.id);
    const longest = must(rule.paragraphs.map(squeezed).sort((a, b) => b.length - a.length)[0]);
    expect(text.replaceAll('\n', '')).toContain(longest);
  }
  // Whatever address an entry had, it leads on.
  const { moves, pages } = planMoves(destinations, root);
  const served = new Set([
    ...currentEntries(linkedEntries(edition)).map(({ kind, id }) => `/${kind}s/${id}/`),
    ...moves.map(({ from }) => from),
    ...pages.map(({ path }) => `/${path.replace(/index\.html$/, '')}`),
  ]);
  for (const { addresses } of edition.ledger)
    for (const address of addresses) expect(served).toContain(address);
}

/** Codes of the rules of an edition, by the identity at the same place of its source. */
function codesOf(edition: Edition, chapters: EditedChapter[]): Map<string, number> {
  const identities = chapters.flatMap(({ rules }) => rules.map(({ identity }) => identity));
  expect(edition.rules).toHaveLength(identities.length);
  return new Map(edition.rules.map(({ data }, index) => [data.permalink, must(identities[index])]));
}

test('every code of the companion leads to the same rule after rules are inserted, moved, retitled and deleted', async () => {
  const first = await readCompanion();
  const before = await publish(first, []);
  const issued = codesOf(before, first);
  expect(issued.size).toBe(106);

  const second = structuredClone(first);
  const [one, two, three, four] = second as [EditedChapter, EditedChapter, EditedChapter, EditedChapter];
  one.rules.splice(1, 0, {
    identity: 1000,
    title: '把承诺写进日历',
    paragraphs: ['承诺没有日期，就只是一句客气话，写进日历才有人催。'],
  });
  four.rules.unshift(...two.rules.splice(0, 2));
  must(three.rules[0]).title = '换了一个说法的标题';
  const [deleted] = three.rules.splice(2, 1);
  const after = await publish(second, before.ledger);

  checkCodes(after, second, issued);
  const destinations = resolveLedger(after.ledger, currentEntries(linkedEntries(after)));
  const gone = must([...issued].find(([, identity]) => identity === must(deleted).identity))[0];
  expect(destinations.get(gone)).toMatchObject({ state: 'retired', record: { title: must(deleted).title } });
  const cases = before.cases.map(({ data }) => data.permalink);
  for (const code of cases) expect(destinations.has(code)).toBe(true);
});

test('ten random editions of the companion’s first chapters in a row keep every code', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      let state = seed | 0;
      const draw: Draw = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return ((state >>> 8) & 0xffffff) % Math.max(1, below);
      };
      let identity = 1000;
      let chapters = (await readCompanion()).slice(0, 3);
      let edition = await publish(chapters, []);
      const issued = codesOf(edition, chapters);
      for (let count = 0; count < 10; count += 1) {
        chapters = revise(chapters, draw, () => (identity += 1));
        edition = await publish(chapters, edition.ledger);
        for (const [code, held] of codesOf(edition, chapters)) issued.set(code, issued.get(code) ?? held);
        checkCodes(edition, chapters, issued);
      }
    }),
    { numRuns: times(1) },
  );
}, 300_000);
