import { expect, test } from 'vitest';
import { printHierarchy, type Hierarchy } from '../../samples/hierarchies.ts';
import { noOverrides } from '../../scripts/ingest/corrections/overrides.ts';
import { account } from '../../scripts/ingest/entries/accounting.ts';
import { toEntries } from '../../scripts/ingest/entries/make-entries.ts';
import type { Book } from '../../scripts/ingest/model.ts';
import { buildOutline } from '../../scripts/ingest/outline/outline.ts';
import { splitLines } from '../../scripts/ingest/source/text/lines.ts';
import { times } from '../times.ts';

const count = times(40);
const maxMilliseconds = 5_000;

test(`${count} random hierarchies are found however they are numbered and printed, and every character is accounted for`, () => {
  for (let seed = 0; seed < count; seed += 1) {
    const { text, hierarchy } = printHierarchy(seed);
    const started = performance.now();
    const { book, accounting } = outlined(text);
    expect.soft(performance.now() - started, `time of seed ${seed}`).toBeLessThan(maxMilliseconds);
    expect
      .soft(accounting.placed + accounting.dropped, `characters of seed ${seed}`)
      .toBe(accounting.nonSpace);
    expect.soft(seen(book), `seed ${seed}`).toEqual(hierarchy);
    if (seed % 10 === 0) expect.soft(outlined(text).book, `seed ${seed} again`).toEqual(book);
  }
});

function outlined(text: string): { book: Book; accounting: ReturnType<typeof account> } {
  const { lines, dropped } = splitLines(text);
  const { book } = buildOutline(lines, { heading: () => undefined, join: () => false });
  const whole = { ...book, dropped: [...book.dropped, ...dropped] };
  return { book, accounting: account(text, whole, toEntries(whole, noOverrides())) };
}

function seen({ chapters }: Book): Hierarchy {
  return {
    chapters: chapters.map(({ title, part, rules }) => ({
      title,
      part: part?.title,
      rules: rules.map((rule) => rule.title),
    })),
  };
}
