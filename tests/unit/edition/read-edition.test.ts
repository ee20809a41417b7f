import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { classifyCase } from '../../../src/edition/classify-case.ts';
import { handKeptPath, readHandKept } from '../../../src/edition/files/hand-kept.ts';
import { readEdition, readPlaces } from '../../../src/edition/read-edition.ts';
import { facetNamesSchema } from '../../../src/schemas/facet-names.ts';
import { synonymsSchema } from '../../../src/schemas/synonyms.ts';
import { facetsOfEntry } from '../../../src/search/build/facets.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'edition-'))));
afterEach(() => {
  rmSync(dir, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
}

const codes = 'abcdefghjk';
const chapter = (id: string, permalink: string) =>
  `---\nid: "${id}"\nnumber: ${String(Number(id))}\ntitle: { zh: 第${id}章 }\npage: null\npermalink: ${permalink}\n---\n\n正文。\n`;

test('reads chapters in the order of their numbers: 100 comes after 99', async () => {
  for (const [index, id] of ['100', '99', '02', '10'].entries())
    write(`chapters/${id}.md`, chapter(id, `aaaa${codes[index] ?? ''}`));
  const { chapters } = await readEdition(dir);
  expect(chapters.map(({ data }) => data.id)).toEqual(['02', '10', '99', '100']);
  expect((await readPlaces(dir)).map(({ id }) => id)).toEqual(['02', '10', '99', '100']);
});

test('reads cases in the order of their numbers: the tenth comes after the ninth', async () => {
  for (const number of [10, 9, 1]) {
    write(
      `cases/01-02-${String(number)}.md`,
      `---\nid: 01-02-${String(number)}\nrule: "01-02"\nkind: case\ntitle: { zh: 案例 }\ndetection: { method: marker, confidence: 1, cues: [] }\npermalink: bbbb${codes[number - 1] ?? ''}\nsource: { lines: [1, 2] }\n---\n`,
    );
  }
  const { cases } = await readEdition(dir);
  expect(cases.map(({ data }) => data.id)).toEqual(['01-02-1', '01-02-9', '01-02-10']);
});

test('reads an entry whose lines end as on Windows, with a byte-order mark', async () => {
  write('chapters/01.md', `\uFEFF${chapter('01', 'aaaaa').replaceAll('\n', '\r\n')}`);
  const { chapters } = await readEdition(dir);
  expect(chapters[0]?.body.trim()).toBe('正文。');
});

test('names the file that was saved in another encoding', async () => {
  write('chapters/01.md', chapter('01', 'aaaaa'));
  writeFileSync(join(dir, 'chapters', '01.md'), Buffer.from(chapter('01', 'aaaaa'), 'utf16le'));
  await expect(readEdition(dir)).rejects.toThrow(/01\.md: expected text in UTF-8/);
  writeFileSync(join(dir, 'chapters', '01.md'), Buffer.from([0xb2, 0xe8, 0xc1, 0xb9]));
  await expect(readEdition(dir)).rejects.toThrow(/01\.md: expected text in UTF-8/);
});

test('names the file whose frontmatter is broken', async () => {
  write('chapters/01.md', '---\nid: "01"\n---\n');
  await expect(readEdition(dir)).rejects.toThrow(/01\.md: the frontmatter isn't as expected/);
});

test('takes a hand-kept file from the edition, else from the shipped one, and says which one is broken', () => {
  expect(handKeptPath(dir, 'synonyms.yaml')).toMatch(/content[\\/]synonyms\.yaml$/);
  expect(handKeptPath(dir, 'synonyms.yaml', dir)).toBeUndefined();
  write('synonyms.yaml', 'groups: [[甲方]]\n');
  expect(handKeptPath(dir, 'synonyms.yaml')).toBe(join(dir, 'synonyms.yaml'));
  expect(() => readHandKept(dir, 'synonyms.yaml', synonymsSchema)).toThrow(
    `${join(dir, 'synonyms.yaml')} isn't as expected`,
  );
});

const names = facetNamesSchema.parse({
  industries: { 电信: 'Telecoms', 通信: 'Telecoms' },
  countries: { 巴西: 'Brazil' },
  places: { 圣保罗: { en: 'São Paulo', in: '巴西' } },
});

test('files a place under its country, and two names of one slug once', () => {
  const labels = classifyCase({ places: ['圣保罗', '巴西', '青石镇'], industries: ['电信', '通信'] }, names);
  expect(labels.country.map(({ slug }) => slug)).toEqual(['brazil']);
  expect(labels.place.map(({ slug }) => slug)).toEqual(['sao-paulo', 'qing-shi-zhen']);
  expect(labels.industry.map(({ slug }) => slug)).toEqual(['telecoms']);
});

test('the search files a case as the library does', () => {
  const facets = { places: ['圣保罗'], industries: ['电信'], years: [2006], outcome: 'success' as const };
  const library = classifyCase(facets, names);
  expect(library.country.map(({ slug }) => slug)).toEqual(['brazil']);
  expect(facetsOfEntry('01-02-1', facets, names).slugs).toEqual({
    chapter: ['01'],
    industry: library.industry.map(({ slug }) => slug),
    country: library.country.map(({ slug }) => slug),
    year: library.year,
    outcome: library.outcome,
  });
});
