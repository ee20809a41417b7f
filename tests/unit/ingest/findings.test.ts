import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspect } from '../../../scripts/ingest/run/inspect.ts';
import type { Finding } from '../../../src/schemas/report.ts';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import type { Dropped, Line } from '../../../scripts/ingest/model.ts';
import { decode, type Decoded } from '../../../scripts/ingest/source/text/decode.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';
import { buildOutline } from '../../../scripts/ingest/outline/outline.ts';

const root = new URL('../../fixtures/findings/', import.meta.url);

test.for(await readdir(root))('findings: %s', async (code) => {
  const decoded = decode(await readFile(new URL(`${code}/input.txt`, root)));
  const { lines, dropped } = splitLines(decoded.text);
  const findings = findingsOf(decoded, lines, dropped);
  expect(findings.map((finding) => finding.code)).toContain(code);
  const printed = findings.map(
    (finding) => `${finding.line ?? '-'} ${finding.severity} ${finding.message} ${finding.code}\n`,
  );
  await expect(printed.join('')).toMatchFileSnapshot(fileURLToPath(new URL(`${code}/output.txt`, root)));
});

/** What ingest finds; of a book that it refuses, why. */
function findingsOf(decoded: Decoded, lines: Line[], controls: Dropped[]): Finding[] {
  try {
    const outline = buildOutline(lines, { heading: () => undefined, join: () => false });
    return inspect({ decoded, lines, controls, outline, leftOut: [] });
  } catch (error) {
    if (error instanceof InputError && error.finding) return [error.finding];
    throw error;
  }
}
