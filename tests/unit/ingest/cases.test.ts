import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RuleNode } from '../../../scripts/ingest/model.ts';
import { findCases } from '../../../scripts/ingest/cases/find-cases.ts';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import { must } from '../../../src/lib/must.ts';

const root = new URL('../../fixtures/cases/', import.meta.url);

test.for(await readdir(root))('cases: %s', async (name) => {
  const rule = ruleOf(
    await readFile(new URL(`${name}/input.txt`, root), 'utf8'),
    name.startsWith('truncated'),
  );
  const found = findCases(rule, noOverrides()).map(({ first, last, kind, basis, title, method }) => {
    const text = rule.paragraphs.slice(first, last + 1).map((paragraph) => paragraph.text);
    return {
      starts: must(text[0]).slice(0, 12),
      ends: must(text.at(-1)).slice(-12),
      paragraphs: text.length,
      kind,
      basis,
      title,
      method,
    };
  });
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(
    fileURLToPath(new URL(`${name}/output.json`, root)),
  );
});

/** A rule of these paragraphs, set apart by blank lines. */
function ruleOf(text: string, truncated: boolean): RuleNode {
  const paragraphs = text
    .trim()
    .split(/\n\n/)
    .map((each, index): RuleNode['paragraphs'][number] => ({
      text: each,
      lines: [2 * index + 1, 2 * index + 1],
    }));
  return { title: '规矩', page: null, status: truncated ? 'partial' : 'complete', line: 1, paragraphs };
}
