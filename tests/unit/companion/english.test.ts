import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readBody } from '../../../src/edition/texts/body.ts';
import { inEnglish } from '../../../src/edition/texts/english-body.ts';
import {
  englishFolders,
  hashOfParagraphs,
  readEnglishText,
} from '../../../src/edition/texts/english-text.ts';
import { paragraphsOf } from '../../../src/plugins/paragraphs-of.ts';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { countWords } from '../../../src/queries/arrange/count-words.ts';
import { hanOf } from './edition.ts';

const dir = fileURLToPath(new URL('../../../content', import.meta.url));
const edition = await readEdition(dir);
const frontIds = readdirSync(`${dir}/front`)
  .map((name) => name.replace(/\.md$/, ''))
  .sort();
const entries = [
  ...(['chapters', 'rules', 'cases'] as const).flatMap((folder) =>
    edition[folder].map(({ data, body }) => ({ folder, name: data.permalink, body })),
  ),
  ...edition.front.map(({ body }, index) => ({
    folder: 'front' as const,
    name: frontIds[index] ?? '',
    body,
  })),
].map((entry) => ({ ...entry, english: readEnglishText(dir, entry.folder, entry.name) }));
const texts = entries.flatMap(({ english }) => english?.paragraphs ?? []);

test('every paragraph of the companion has English, made from the Chinese of today', () => {
  expect(entries.length).toBeGreaterThanOrEqual(28 + 106 + 118 + 4);
  for (const { folder, name, body, english } of entries) {
    const ids = paragraphsOf(body);
    expect(
      english?.paragraphs.map(({ id }) => id),
      `${folder}/${name}`,
    ).toEqual(ids);
    expect(english?.source, `${folder}/${name}`).toBe(hashOfParagraphs(ids));
  }
  expect(texts.length).toBeGreaterThan(1400);
});

test('no file of English is left that belongs to no entry', () => {
  for (const folder of englishFolders) {
    const names = readdirSync(`${dir}/translations/${folder}`).map((name) => name.replace(/\.md$/, ''));
    const known = entries.filter((entry) => entry.folder === folder).map(({ name }) => name);
    expect(names.sort(), folder).toEqual(known.sort());
  }
});

test('no Chinese character is left in the English', () => {
  expect(texts.filter(({ text }) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

test('the English is as long as the Chinese asks: .45 to .95 words a character', () => {
  const lengths = entries
    .filter(({ folder }) => folder !== 'front')
    .map(({ folder, name, body, english }) => ({
      place: `${folder}/${name}`,
      words: countWords((english?.paragraphs ?? []).map(({ text }) => text).join(' ')),
      han: hanOf(body).length,
    }));
  for (const { place, words, han } of lengths) {
    expect(words / han, place).toBeGreaterThanOrEqual(0.45);
    expect(words / han, place).toBeLessThanOrEqual(0.95);
  }
  const total = (key: 'words' | 'han') => lengths.reduce((sum, each) => sum + each[key], 0);
  expect(total('words') / total('han')).toBeGreaterThanOrEqual(0.6);
  expect(total('words') / total('han')).toBeLessThanOrEqual(0.95);
});

test('no sentence of eight words or more comes twice', () => {
  const seen = new Map<string, number>();
  for (const { text } of texts)
    for (const sentence of text.split(/(?<=[.?!][”’]?)\s+/u))
      if (countWords(sentence) >= 8) seen.set(sentence, (seen.get(sentence) ?? 0) + 1);
  expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
});

test('decks find the same paragraphs as pages: no text of an entry stays Chinese', () => {
  for (const { folder, name, body, english } of entries) {
    const shown = inEnglish(readBody(body), english?.paragraphs);
    const texts = shown.flatMap((block) =>
      'items' in block ? block.items : 'text' in block ? [block.text] : [],
    );
    expect(
      texts.filter((text) => /\p{Script=Han}/u.test(text)),
      `${folder}/${name}`,
    ).toEqual([]);
  }
});

test('the English keeps to its style sheet: curly quotation marks, British spelling, no exclamation marks, no empty words', () => {
  const unwanted =
    /[!"'—]|\b(?:simply|leverag\w*|empower\w*|synerg\w*|stakeholders?|(?:colo|favo|labo|hono|behavio)r(?:s|ed|ing)?|centers?|(?:real|organ|recogn|apolog)iz\w*)\b/iu;
  for (const { id, text } of texts) expect(unwanted.exec(text)?.[0], `${id}: ${text}`).toBeUndefined();
});
