import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { englishTextSchema, type EnglishParagraph } from '../../schemas/english-text.ts';
import { readEntryFile } from '../files/frontmatter.ts';
import { textOfFile } from '../files/read-text.ts';
import { ContentError } from '../files/yaml-text.ts';

/** Folders of English texts, below `translations/`. A file is named by its entry's permanent code, in `front/` by its id. */
export const englishFolders = ['chapters', 'rules', 'cases', 'front'] as const;
export type EnglishFolder = (typeof englishFolders)[number];

export interface EnglishText {
  /** Hash of the Chinese paragraphs that were translated. */
  source: string;
  paragraphs: EnglishParagraph[];
}

/** Hash of a Chinese text, made from the ids of its paragraphs: it changes if one of them does. */
export const hashOfParagraphs = (ids: readonly string[]): string =>
  createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 16);

export const englishTextPath = (dir: string, folder: EnglishFolder, name: string): string =>
  join(dir, 'translations', folder, `${name}.md`);

const marker = /^<!--\s*([ps]-[a-z0-9]+(?:-\d+)?)\s*-->$/;

/** @throws ContentError if text comes before the first id, or if an id has no text or comes twice */
function readParagraphs(path: string, body: string): EnglishParagraph[] {
  const paragraphs: EnglishParagraph[] = [];
  const fail = (found: string) => {
    throw new ContentError(
      `${path}: ${found}. Each paragraph is a line <!-- id --> followed by its English; mend it.`,
    );
  };
  for (const line of body.split(/\r?\n/).map((each) => each.trim())) {
    const [, id] = marker.exec(line) ?? [];
    const last = paragraphs.at(-1);
    if (id !== undefined) {
      if (last?.text === '') fail(`the paragraph ${last.id} has no English`);
      if (paragraphs.some((paragraph) => paragraph.id === id)) fail(`the paragraph ${id} comes twice`);
      paragraphs.push({ id, text: '' });
    } else if (line !== '') {
      if (last === undefined) fail(`“${line.slice(0, 40)}” belongs to no paragraph`);
      else last.text = last.text === '' ? line : `${last.text} ${line}`;
    }
  }
  const last = paragraphs.at(-1);
  if (last?.text === '') fail(`the paragraph ${last.id} has no English`);
  return paragraphs;
}

/**
 * The English of an entry's text; `undefined` if there is none. Only the edition's own folder is read: another book never shows the
 * shipped edition's English.
 * @throws ContentError if the file isn't as expected; the message names it
 */
export function readEnglishText(dir: string, folder: EnglishFolder, name: string): EnglishText | undefined {
  const path = englishTextPath(dir, folder, name);
  if (!existsSync(path)) return undefined;
  const { data, body } = readEntryFile(path, textOfFile(path, readFileSync(path)), englishTextSchema);
  return { source: data.source, paragraphs: readParagraphs(path, body) };
}

/** Whether an edition has English texts at all. */
export const hasEnglishTexts = (dir: string): boolean =>
  englishFolders.some((folder) => existsSync(join(dir, 'translations', folder)));
