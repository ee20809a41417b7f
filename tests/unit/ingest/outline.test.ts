import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Book, Line, Paragraph } from '../../../scripts/ingest/model.ts';
import { readMarkdown } from '../../../scripts/ingest/source/markdown/read-markdown.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';
import { buildOutline } from '../../../scripts/ingest/outline/outline.ts';

const root = new URL('../../fixtures/outline/', import.meta.url);

test.for(await readdir(root))('outline: %s', async (name) => {
  const lines = await readInput(new URL(`${name}/`, root));
  const { book } = buildOutline(lines, { heading: () => undefined, join: () => false });
  await expect(print(book)).toMatchFileSnapshot(fileURLToPath(new URL(`${name}/output.txt`, root)));
});

/** `input.txt` or `input.md`. */
async function readInput(folder: URL): Promise<Line[]> {
  const isMarkdown = (await readdir(folder)).includes('input.md');
  const text = await readFile(new URL(isMarkdown ? 'input.md' : 'input.txt', folder), 'utf8');
  return isMarkdown ? readMarkdown(text).lines : splitLines(text).lines;
}

/** The book as an indented list, each text with its lines. */
function print({ front, chapters, dropped, rejoined }: Book): string {
  const texts = (paragraphs: Paragraph[], indent: string): string[] =>
    paragraphs.map(
      ({ text, lines, heading }) =>
        `${indent}[${lines.join('–')}] ${'#'.repeat(heading ? heading + 2 : 0)}${heading ? ' ' : ''}${text}`,
    );
  return [
    ...front.flatMap((section) => [
      `(${section.kind}) ${section.heading ?? '—'}`,
      ...texts(section.paragraphs, '  '),
    ]),
    ...chapters.flatMap((chapter) => [
      `${chapter.part ? `[${[chapter.part.label, chapter.part.title].filter(Boolean).join(' ')}] ` : ''}${chapter.number} ${chapter.title}, page ${chapter.page}, line ${chapter.line}`,
      ...(chapter.epigraph ? [`  “${chapter.epigraph.text}” by ${chapter.epigraph.by ?? '—'}`] : []),
      ...texts(chapter.opening, '  '),
      ...chapter.rules.flatMap((rule) => [
        `  - ${rule.title}, page ${rule.page}, ${rule.status}, line ${rule.line}`,
        ...texts(rule.paragraphs, '    '),
      ]),
    ]),
    '',
    `joined ${rejoined}`,
    ...dropped
      .filter(({ reason }) => reason !== 'toc')
      .map(({ line, text, reason }) => `dropped ${line} ${reason}: ${text}`),
    '',
  ].join('\n');
}
