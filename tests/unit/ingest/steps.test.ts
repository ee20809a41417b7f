import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fillBookFile } from '../../../scripts/ingest/book/book-file.ts';
import { findFacts } from '../../../scripts/ingest/book/find-facts.ts';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { decode } from '../../../scripts/ingest/source/text/decode.ts';
import { readOpening } from '../../../scripts/ingest/outline/epigraph.ts';
import { readFront } from '../../../scripts/ingest/outline/front.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';
import { gatherParagraphs } from '../../../scripts/ingest/page/paragraphs.ts';
import { readToc } from '../../../scripts/ingest/contents/read-contents.ts';
import { Continuity } from '../../../scripts/ingest/page/continuity.ts';
import { measureWrapping } from '../../../scripts/ingest/page/wrapping.ts';
import type { Line } from '../../../scripts/ingest/model.ts';

const no = (): boolean => false;

/** How all of a text's lines are read as paragraphs. */
const asMeasured = (lines: Line[]) => ({
  wrapping: measureWrapping(lines, 0, lines.length),
  continuity: new Continuity(lines, 0, lines.length),
  forcedJoin: no,
});

/** What each step makes of the text of a fixture. */
const steps: Record<string, (bytes: Uint8Array) => unknown> = {
  decode(bytes) {
    try {
      const { text, encoding, damaged } = decode(bytes);
      return { encoding, damaged, starts: text.slice(0, 12) };
    } catch (error) {
      if (error instanceof InputError) return { error: error.message };
      throw error;
    }
  },
  lines: (bytes) => splitLines(text(bytes)),
  toc(bytes) {
    const toc = readToc(splitLines(text(bytes)).lines);
    return (
      toc && {
        lines: [toc.start + 1, toc.end],
        entries: toc.entries.map((entry) => ({ ...entry, key: undefined })),
      }
    );
  },
  paragraphs(bytes) {
    const { lines } = splitLines(text(bytes));
    return gatherParagraphs(lines, 0, lines.length, { ...asMeasured(lines), rejoin: true, skip: no });
  },
  front(bytes) {
    const { lines } = splitLines(text(bytes));
    return readFront(lines, 0, lines.length, asMeasured(lines));
  },
  book(bytes) {
    const { lines } = splitLines(text(bytes));
    const { sections } = readFront(lines, 0, lines.length, asMeasured(lines));
    const facts = findFacts({ lines, front: sections, metadata: {}, name: '手册_v2(1).txt' });
    return fillBookFile(undefined, facts).filled;
  },
  epigraph(bytes) {
    const { lines } = splitLines(text(bytes));
    const options = { ...asMeasured(lines), rejoin: true, skip: no };
    return readOpening(gatherParagraphs(lines, 0, lines.length, options).paragraphs);
  },
};

for (const [step, run] of Object.entries(steps)) {
  const root = new URL(`../../fixtures/${step}/`, import.meta.url);
  const names = await readdir(root);
  describe(step, () => {
    test.for(names)('%s', async (name) => {
      const made = run(await readFile(new URL(`${name}/input.txt`, root)));
      await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(
        fileURLToPath(new URL(`${name}/output.json`, root)),
      );
    });
  });
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
