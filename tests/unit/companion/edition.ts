import { readFile, readdir } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { caseSchema } from '../../../src/schemas/case.ts';
import { chapterSchema } from '../../../src/schemas/chapter.ts';
import { reportSchema } from '../../../src/schemas/report.ts';
import { ruleSchema } from '../../../src/schemas/rule.ts';

const content = new URL('../../../content/', import.meta.url);

/** An ingested file: its frontmatter, checked, and the paragraphs of its body as a reader sees them. */
export interface Entry<T> {
  data: T;
  paragraphs: string[];
}

async function readEntries<S extends z.ZodType>(folder: string, schema: S): Promise<Entry<z.infer<S>>[]> {
  const names = (await readdir(new URL(`${folder}/`, content))).sort();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(`${folder}/${name}`, content), 'utf8');
      const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(text) ?? [];
      const paragraphs = body
        .split(/\n\s*\n|\n(?=- |:::)/u)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('::'));
      return { data: schema.parse(parse(frontmatter)), paragraphs };
    }),
  );
}

/** The shipped edition as the ingest left it in `content/`. */
export async function readEdition() {
  const [chapters, rules, cases, report] = await Promise.all([
    readEntries('chapters', chapterSchema),
    readEntries('rules', ruleSchema),
    readEntries('cases', caseSchema),
    readFile(new URL('report.json', content), 'utf8').then((text) => reportSchema.parse(JSON.parse(text))),
  ]);
  return { chapters, rules, cases, report };
}

/** Only the Han characters of a text. */
export function hanOf(text: string): string {
  return text.replace(/[^\u3400-\u9fff]/gu, '');
}

/** English words, numbers counted as words. */
export function countWords(text: string): number {
  return text.match(/[A-Za-z0-9][A-Za-z0-9'’\-/%.,]*/gu)?.length ?? 0;
}
