import { defineCollection } from 'astro:content';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob } from 'astro/loaders';
import { contentDir } from './edition/files/environment.ts';
import { readGlossary } from './edition/vocabulary.ts';
import { termId } from './lib/book/term-id.ts';
import { caseSchema } from './schemas/case.ts';
import { chapterSchema } from './schemas/chapter.ts';
import { frontSchema } from './schemas/front.ts';
import { termSchema } from './schemas/glossary.ts';
import { reportSchema } from './schemas/report.ts';
import { ruleSchema } from './schemas/rule.ts';

const entries = (folder: string) =>
  glob({ base: pathToFileURL(`${join(contentDir, folder)}/`), pattern: '*.md' });

/** `report.json` as the only entry of its collection; no entry if the ingest left none. */
const report = () => {
  const path = join(contentDir, 'report.json');
  return existsSync(path) ? [{ id: 'report', ...JSON.parse(readFileSync(path, 'utf8')) }] : [];
};

export const collections = {
  chapters: defineCollection({ loader: entries('chapters'), schema: chapterSchema }),
  rules: defineCollection({ loader: entries('rules'), schema: ruleSchema }),
  cases: defineCollection({ loader: entries('cases'), schema: caseSchema }),
  front: defineCollection({ loader: entries('front'), schema: frontSchema }),
  glossary: defineCollection({
    loader: () => readGlossary(contentDir).map((term) => ({ id: termId(term.en), ...term })),
    schema: termSchema.loose(),
  }),
  report: defineCollection({ loader: report, schema: reportSchema.loose() }),
};
