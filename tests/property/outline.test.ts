import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../samples/random.ts';
import type { Book } from '../../scripts/ingest/model.ts';
import { splitLines } from '../../scripts/ingest/source/text/lines.ts';
import { buildOutline, type Outline } from '../../scripts/ingest/outline/outline.ts';
import {
  makeLayout,
  makeTestBook,
  plainLayout,
  printBook,
  quirks,
  type Expected,
  type Layout,
  type Quirk,
} from '../../samples/layouts.ts';
import { times } from '../times.ts';

describe('a book is outlined as it was made, however it is printed', () => {
  test('in any layout', () => {
    checkSeeds(times(150), undefined);
  });

  test.for(quirks)('with a table of contents and a body that disagree: %s', (quirk) => {
    checkSeeds(times(30), quirk);
  });
});

test('form feeds anywhere within paragraphs change nothing', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const book = makeTestBook(seed);
      const { text } = printBook(book, plainLayout, seed);
      const random = seededRandom(seed);
      const torn = text
        .split('\n')
        .map((line) =>
          line.length < 40 || random.chance(0.5) ? line : tear(line, 4 + random.below(line.length - 8)),
        )
        .join('\n');
      expect(texts(outline(torn).book)).toEqual(texts(outline(text).book));
    }),
    { numRuns: times(20), seed: 11 },
  );
});

/** Outline `count` books, each in its own layout, and compare them with what was printed. */
function checkSeeds(count: number, quirk: Quirk | undefined): void {
  for (let seed = 0; seed < count; seed += 1) {
    const layout = makeLayout(seed);
    if (isAmbiguous(layout, quirk)) continue;
    const { text, expected } = printBook(makeTestBook(seed), layout, seed, quirk);
    const made = outline(text);
    // Two places tell a running head from a sub-heading; a single one tells nothing.
    if (isLone(expected)) continue;
    expect.soft(comparable(made.book, layout), `seed ${seed}`).toEqual(wanted(expected, layout));
    if (expected.rejoined !== undefined)
      expect.soft(made.book.rejoined, `joins of seed ${seed}`).toBe(expected.rejoined);
    if (quirk === 'broken off') expect.soft(made.truncated, `truncation of seed ${seed}`).toBeDefined();
  }
}

/** What even a reader can't tell apart: a page's end without a mark, and titles that look like text. */
function isAmbiguous({ toc, rule, cut, folio, head, wrap }: Layout, quirk: Quirk | undefined): boolean {
  if (!toc && quirk !== undefined) return true;
  if (quirk === 'broken off' && wrap > 0) return true;
  return rule === undefined && cut === 'blank' && !folio && !head;
}

function isLone({ furniture }: Expected): boolean {
  const words = furniture.map((text) => text.replace(/\d+/g, '')).filter((text) => /训/.test(text));
  return words.length === 1;
}

function outline(text: string): Outline {
  return buildOutline(splitLines(text).lines, { heading: () => undefined, join: () => false });
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

function comparable({ chapters }: Book, layout: Layout): unknown {
  return chapters.map(({ number, title, epigraph, rules }) => ({
    number,
    title,
    epigraph: epigraph && { text: epigraph.text, by: epigraph.by },
    rules: rules.map((rule) => ({
      title: rule.title,
      page: rule.page,
      text: body(
        rule.paragraphs.map((p) => p.text),
        layout,
      ),
    })),
  }));
}

function wanted({ chapters }: Expected, layout: Layout): unknown {
  return chapters.map(({ rules, ...chapter }) => ({
    ...chapter,
    rules: rules.map(({ paragraphs, ...rule }) => ({ ...rule, text: body(paragraphs, layout) })),
  }));
}

/** In hard-wrapped text without blank lines or indents, a full last line hides where a paragraph ends. */
function body(paragraphs: string[], { wrap, paragraphs: spacing }: Layout): string {
  return paragraphs.map(squeezed).join(wrap > 0 && spacing === 'line' ? '' : '\n');
}

function texts({ chapters }: Book): string[] {
  return chapters.flatMap(({ opening, rules }) =>
    [...opening, ...rules.flatMap((rule) => rule.paragraphs)].map(({ text }) => text),
  );
}

/** Tear a line, some characters from its ends: a digit alone would be a page number. */
function tear(line: string, at: number): string {
  return `${line.slice(0, at)}\f${line.slice(at)}`;
}
