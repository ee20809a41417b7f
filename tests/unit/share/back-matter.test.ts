import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { toSections } from '../../../src/share/book/sections.ts';
import { llmsFull } from '../../../src/share/files/llms-full.ts';
import { bookMarkdown } from '../../../src/share/markdown/book.ts';
import { papers } from '../../../src/share/pdf/book-model.ts';
import { pdfBook } from '../../../src/share/pdf/pdf-book.ts';

const shared = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };

/** The fixture with a preface above its chapters and an appendix below them. */
const edition: Edition = {
  ...shared,
  chapters: shared.chapters.map((chapter) => ({
    ...chapter,
    data: { ...chapter.data, source: { lines: [10, 20] } },
  })),
  front: [
    {
      data: { heading: '写在前面', kind: 'preface', source: { lines: [1, 3] } },
      body: '先读这一篇。',
    },
    {
      data: { heading: '附录 房态代码', kind: 'other', source: { lines: [90, 92] } },
      body: '空净房写作VC。',
    },
  ],
};
const chapter = edition.chapters[0]?.data.title.zh ?? '';

test.each([
  ['one text', llmsFull(edition, root, 'zh')],
  ['Markdown', bookMarkdown({ edition, root, lang: 'zh' })],
])('a preface comes before the chapters and an appendix after them: %s', (_form, text) => {
  const at = ['## 写在前面', chapter, '## 附录 房态代码', '空净房写作VC'].map((part) => text.indexOf(part));
  expect(at).not.toContain(-1);
  expect(at).toEqual([...at].sort((a, b) => a - b));
});

test('an appendix is back matter of an EPUB', () => {
  expect(toSections(edition, root).map(({ kind }) => kind)).toEqual([
    'front',
    ...edition.chapters.map(() => 'chapter'),
    'back',
  ]);
});

test('an appendix follows the chapters of a PDF, and its contents list it', () => {
  const { sections, contents } = pdfBook(edition, root, papers.a5);
  expect(sections[0]).toMatchObject({ type: 'front', title: '写在前面' });
  expect(sections.at(-1)).toMatchObject({ type: 'back', title: '附录 房态代码' });
  expect(contents.at(-1)).toEqual({ level: 1, id: 'front-2', label: null, title: '附录 房态代码' });
});

test('without lines of the source all of it is front matter', () => {
  const unknown: Edition = {
    ...edition,
    chapters: edition.chapters.map(({ data, body }) => ({ data: { ...data, source: undefined }, body })),
  };
  expect(
    toSections(unknown, root)
      .map(({ kind }) => kind)
      .slice(0, 2),
  ).toEqual(['front', 'front']);
});
