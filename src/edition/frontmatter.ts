import { parse } from 'yaml';
import { z } from 'zod';

/** An entry's file: its frontmatter, and its Markdown body as written. */
export interface EntryFile<T> {
  data: T;
  body: string;
}

const fenced = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Split an entry's file and read its frontmatter.
 * @param path named in the message
 * @throws where the frontmatter breaks the schema
 */
export function readEntryFile<T>(path: string, text: string, schema: z.ZodType<T>): EntryFile<T> {
  const [, frontmatter = '', body = ''] = fenced.exec(text) ?? [];
  const result = schema.safeParse(parse(frontmatter));
  if (result.success) return { data: result.data, body };
  throw new Error(
    `${path}: the frontmatter isn't as expected. Run the ingest again, or mend it.\n${z.prettifyError(result.error)}`,
  );
}
