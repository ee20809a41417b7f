import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkStaleTranslation } from '../../../scripts/ingest/checks/output/stale-translation.ts';
import { hashOfParagraphs } from '../../../src/edition/texts/english-text.ts';
import { paragraphId } from '../../../src/lib/book/paragraph-id.ts';
import { paragraphsOf } from '../../../src/plugins/paragraphs-of.ts';

const input = '第一段。\n\n第二段。\n\n:::block{label="自查"}\n\n- □ 一问？\n\n:::\n';

/** An edition in which the rule `k7mq2`, of this Chinese, is translated whole. */
function translated(chinese: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'stale-'));
  const ids = paragraphsOf(chinese);
  mkdirSync(join(dir, 'translations', 'rules'), { recursive: true });
  writeFileSync(
    join(dir, 'translations', 'rules', 'k7mq2.md'),
    `---\nsource: "${hashOfParagraphs(ids)}"\n---\n${ids.map((id) => `\n<!-- ${id} -->\nEnglish.\n`).join('')}`,
  );
  return dir;
}

const files = (body: string) =>
  new Map([['rules/01-02.md', `---\nid: "01-02"\npermalink: "k7mq2"\n---\n\n${body}`]]);

test('a changed paragraph is named, with the hash of the paragraphs that are there now', async () => {
  const changed = input.replace('第二段。', '第二段，改过。');
  const [finding, ...others] = await checkStaleTranslation(translated(input), files(changed));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: 'stale-translation', severity: 'warning' });
  expect(finding?.message).toContain('rules/01-02.md has changed since it was translated: p-1byysk6');
  expect(finding?.message).toContain(hashOfParagraphs(paragraphsOf(changed)));
});

test('a new paragraph is named as not in English yet, and nothing else', async () => {
  const added = `${input}\n又一段。\n`;
  const [finding, ...others] = await checkStaleTranslation(translated(input), files(added));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: 'untranslated', severity: 'info' });
  expect(finding?.message).toContain(
    `rules/01-02.md and not in English yet: ${paragraphId('又一段。')}. Add`,
  );
  expect(finding?.message).toContain(hashOfParagraphs(paragraphsOf(added)));
});

test('an unchanged text, and a book without English, have no finding', async () => {
  const dir = translated(input);
  expect(await checkStaleTranslation(dir, files(input))).toEqual([]);
  expect(await checkStaleTranslation(mkdtempSync(join(tmpdir(), 'stale-')), files(input))).toEqual([]);
});

test('a translation that is no translation stops the ingest, and is named', async () => {
  const dir = translated(input);
  writeFileSync(join(dir, 'translations', 'rules', 'k7mq2.md'), '---\nsource: "no hash"\n---\n');
  await expect(checkStaleTranslation(dir, files(input))).rejects.toThrow(/k7mq2\.md/);
});
