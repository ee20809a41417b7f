import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { squeeze } from '../../src/lib/squeeze.ts';
import { decode } from '../ingest/source/text/decode.ts';
import { splitLines } from '../ingest/source/text/lines.ts';
import { buildOutline } from '../ingest/outline/outline.ts';
import { readCasebook, type AnnotatedRule } from './casebook.ts';

/** A book whose stories are known. */
export interface AnnotatedBook {
  name: string;
  /** `styles` books are by one hand, each in another style and trade. `plain` books tell nothing: laws, manuals, questions and answers, essays. */
  set: 'authors' | 'styles' | 'kit' | 'companion' | 'plain';
  rules: AnnotatedRule[];
}

const folder = new URL('../../samples/casebooks/', import.meta.url);
const companionSource = new URL('../../content/source/companion.txt', import.meta.url);

/** The casebooks by other authors, those in other styles, the kit's made books, and the companion edition. */
export function annotatedBooks(): AnnotatedBook[] {
  const read = (at: URL, set: AnnotatedBook['set']): AnnotatedBook[] =>
    readdirSync(at)
      .filter((name) => name.endsWith('.book'))
      .sort()
      .map((name) => ({
        name: name.slice(0, -'.book'.length),
        set,
        rules: readCasebook(readFileSync(new URL(name, at), 'utf8')),
      }));
  return [
    ...read(folder, 'authors'),
    ...read(new URL('styles/', folder), 'styles'),
    ...read(new URL('kit/', folder), 'kit'),
    ...read(new URL('plain/', folder), 'plain'),
    companion(),
  ];
}

/** The companion edition. Its author's ranges are in a file of their own. */
function companion(): AnnotatedBook {
  const meant = parse(readFileSync(new URL('companion.yaml', folder), 'utf8')) as {
    rule: string;
    first: string;
    last: string;
  }[];
  const { lines } = splitLines(decode(readFileSync(companionSource), undefined).text);
  const { book } = buildOutline(lines, { heading: () => undefined, join: () => false });
  const rules = book.chapters.flatMap((chapter) =>
    chapter.rules.map(({ title, paragraphs }): AnnotatedRule => {
      const texts = paragraphs.map(({ text }) => text);
      const keys = texts.map((text) => squeeze(text));
      const cases = meant
        .filter(({ rule }) => rule === title)
        .map(({ first, last }) => ({
          first: keys.findIndex((key) => key.includes(squeeze(first))),
          last: keys.findLastIndex((key) => key.endsWith(squeeze(last))),
        }));
      return { paragraphs: texts, cases, optional: [], lookalikes: [] };
    }),
  );
  return { name: 'companion', set: 'companion', rules };
}
