import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EntryFile } from '../../../src/edition/files/frontmatter.ts';
import { readEdition as readAll } from '../../../src/edition/read-edition.ts';
import { reportSchema } from '../../../src/schemas/report.ts';

const content = new URL('../../../content/', import.meta.url);

/** An ingested file: its frontmatter, checked, and the paragraphs of its body as a reader sees them. */
export interface Entry<T> {
  data: T;
  paragraphs: string[];
}

function withParagraphs<T>({ data, body }: EntryFile<T>): Entry<T> {
  const paragraphs = body
    .split(/\n\s*\n|\n(?=- |:::)/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('::'));
  return { data, paragraphs };
}

/** The shipped edition as the ingest left it in `content/`. */
export async function readEdition() {
  const { chapters, rules, cases } = await readAll(fileURLToPath(content));
  const report = reportSchema.parse(JSON.parse(await readFile(new URL('report.json', content), 'utf8')));
  return {
    chapters: chapters.map(withParagraphs),
    rules: rules.map(withParagraphs),
    cases: cases.map(withParagraphs),
    report,
  };
}

/** Only the Han characters of a text. */
export function hanOf(text: string): string {
  return text.replace(/[^\u3400-\u9fff]/gu, '');
}
