import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspect } from '../../../scripts/ingest/run/inspect.ts';
import { outlineWith } from '../../../scripts/ingest/run/decisions.ts';
import { runStages } from '../../../scripts/ingest/run/stages.ts';
import { writeStages } from '../../../scripts/ingest/run/write-stages.ts';
import { plainOutline } from '../../../scripts/ingest/outline/plain.ts';
import { InputError } from '../../../scripts/ingest/input-error.ts';
import { readSource, readSourceBytes } from '../../../scripts/ingest/source/read-source.ts';
import { findingCodes, findingSchema, type Finding } from '../../../src/schemas/report.ts';

/**
 * A fixture is a folder named after its code: `input.*` is the source and `output.txt` what is found in it. Optional are
 * `before/` (hand-kept files of the output folder), `former.txt` (an earlier edition, ingested first) and `edits.json`
 * (what a person then changes in the output; the source itself is the earlier edition if there is no other).
 */
const root = fileURLToPath(new URL('../../fixtures/findings/', import.meta.url));
const parts = /^(?:input\.(?:txt|html)|output\.txt|former\.txt|edits\.json|before)$/;

interface Edit {
  file: string;
  /** Empty for the whole file. */
  find: string;
  put: string;
}

test('every code has a fixture, and no fixture is of another code or shape', async () => {
  expect((await readdir(root)).sort()).toEqual([...findingCodes].sort());
  for (const code of findingCodes) {
    const names = await readdir(join(root, code));
    expect(names, code).toContain('output.txt');
    expect(
      names.filter((name) => name.startsWith('input.')),
      code,
    ).toHaveLength(1);
    expect(
      names.filter((name) => !parts.test(name)),
      code,
    ).toEqual([]);
  }
});

test.for(findingCodes)('findings: %s', async (code) => {
  const found = await findingsOf(code);
  for (const finding of found) expect(findingSchema.parse(finding)).toEqual(finding);
  expect(found.map((finding) => finding.code)).toContain(code);
  // Nearly nothing here is translated: elsewhere that would drown what a fixture is about.
  const printed = found
    .filter((finding) => finding.code !== 'untranslated' || code === 'untranslated')
    .map(({ line, severity, message, code }) => `${line ?? '-'} ${severity} ${message} ${code}\n`);
  await expect(printed.join('')).toMatchFileSnapshot(join(root, code, 'output.txt'));
});

/** What an ingest of a fixture reports; of a book that it refuses, why. */
async function findingsOf(code: string): Promise<Finding[]> {
  const names = await readdir(join(root, code));
  const source = join(root, code, names.find((name) => name.startsWith('input.')) ?? '');
  if (code === 'plain-outline') return findingsOfPlainOutline(source);
  const out = await mkdtemp(join(tmpdir(), `finding-${code}-`));
  try {
    if (names.includes('before')) await cp(join(root, code, 'before'), out, { recursive: true });
    const former = names.includes('former.txt') ? join(root, code, 'former.txt') : source;
    if (names.includes('former.txt') || names.includes('edits.json')) await ingest(former, out);
    if (names.includes('edits.json')) await edit(out, join(root, code, 'edits.json'));
    return await ingest(source, out);
  } catch (error) {
    if (error instanceof InputError && error.finding) return [error.finding];
    throw error;
  } finally {
    await rm(out, { recursive: true });
  }
}

async function ingest(source: string, out: string): Promise<Finding[]> {
  const name = source.endsWith('.html') ? 'input.html' : 'input.txt';
  const stages = await runStages({ source, name, out, encoding: undefined });
  const done = await writeStages(stages, { out, force: false, retire: false });
  return 'refused' in done ? done.refused : stages.report.findings;
}

async function edit(out: string, list: string): Promise<void> {
  for (const { file, find, put } of JSON.parse(await readFile(list, 'utf8')) as Edit[]) {
    const path = join(out, file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(find);
    // The last place is the body's: the frontmatter may hold the same words.
    const at = text.lastIndexOf(find);
    await writeFile(path, find === '' ? put : text.slice(0, at) + put + text.slice(at + find.length));
  }
}

/** No text leads there: the plain outline is for faults of the ingest itself. */
async function findingsOfPlainOutline(path: string): Promise<Finding[]> {
  const { lines, controls, leftOut, ...decoded } = await readSource(await readSourceBytes(path));
  return inspect({ decoded, lines, controls, leftOut, outline: plainOutline(outlineWith(lines, [])) });
}
