import type { z } from 'zod';
import { ContentError, listIssues, parseYaml } from './yaml-text.ts';

/** An entry's file: its frontmatter, and its Markdown body as written. */
export interface EntryFile<T> {
  data: T;
  body: string;
}

const fenced = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Split an entry's file and read its frontmatter.
 * @param path named in the message
 * @throws ContentError if the frontmatter is missing or breaks the schema
 */
export function readEntryFile<T>(path: string, text: string, schema: z.ZodType<T>): EntryFile<T> {
  const [, frontmatter, body = ''] = fenced.exec(text) ?? [];
  if (frontmatter === undefined)
    throw new ContentError(
      `${path}: expected frontmatter between two lines of ---, found none. Run the ingest again, or restore the file from version control.`,
    );
  const result = schema.safeParse(parseYaml(path, frontmatter));
  if (result.success) return { data: result.data, body };
  throw new ContentError(
    `${path}: the frontmatter isn't as expected. Run the ingest again, or mend it.\n${listIssues(result.error)}`,
  );
}
