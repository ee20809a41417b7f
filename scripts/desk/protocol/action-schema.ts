import { z } from 'zod';
import type { Action } from './model.ts';

const line = z.int().positive().max(10_000_000);
const text = z.string().max(20_000);
const texts = z.array(text).max(200);
const key = z.string().max(60);

/** The actions that a browser may ask for. Anything else is refused at once. */
export const actionSchema: z.ZodType<Action> = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('line'),
    lines: z.array(line).min(1).max(20_000),
    as: z.enum(['part', 'chapter', 'rule', 'section', 'text', 'drop', 'keep']),
  }),
  z.strictObject({ do: z.literal('join'), lines: z.array(line).min(1).max(2000) }),
  z.strictObject({ do: z.literal('split'), line, words: text.exactOptional() }),
  z.strictObject({
    do: z.literal('case'),
    lines: z.tuple([line, line]),
    kind: z.enum(['case', 'anecdote']).exactOptional(),
  }),
  z.strictObject({ do: z.literal('no-case'), entry: key }),
  z.strictObject({ do: z.literal('division'), entry: key, stories: z.array(z.tuple([line, line])).max(200) }),
  z.strictObject({
    do: z.literal('entry'),
    entry: key,
    fields: z.strictObject({
      title: text.exactOptional(),
      summary: text.exactOptional(),
      keywords: texts.exactOptional(),
      kind: z.enum(['case', 'anecdote']).exactOptional(),
      basis: z.enum(['book', 'illustrative', '']).exactOptional(),
      years: z.array(z.int()).max(50).exactOptional(),
      places: texts.exactOptional(),
      roles: texts.exactOptional(),
      industries: texts.exactOptional(),
      outcome: text.exactOptional(),
      english: z
        .strictObject({
          title: text.exactOptional(),
          summary: text.exactOptional(),
          keywords: texts.exactOptional(),
        })
        .exactOptional(),
    }),
  }),
  z.strictObject({
    do: z.literal('term'),
    fields: z.strictObject({ term: text, en: text, zh: text, gloss: text, aliases: texts }),
  }),
  z.strictObject({
    do: z.literal('book'),
    fields: z.strictObject({
      title: text,
      titleEnglish: text,
      subtitle: text,
      subtitleEnglish: text,
      description: text,
      descriptionEnglish: text,
      authors: text,
      publisher: text,
      year: text,
      isbn: text,
      rights: text,
      rightsEnglish: text,
      language: text,
    }),
  }),
  z.strictObject({ do: z.literal('forget'), correction: z.int().nonnegative() }),
]);
