import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import PptxGen from 'pptxgenjs';
import { describe, expect, test } from 'vitest';
import { faultsOf } from './deck-faults.ts';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { readBody } from '../../../src/edition/texts/body.ts';
import { caseSlide, chapterSlides, ruleSlide, sentences } from '../../../src/share/slides/compose.ts';
import { markdownSlide } from '../../../src/share/slides/markdown.ts';
import { makePptx } from '../../../src/share/slides/pptx.ts';
import type { Slide } from '../../../src/share/slides/slide.ts';
import { must } from '../../../src/lib/must.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };
const rule = must(edition.rules[0]);

/** Text of a slide or of its notes, a paragraph a line. */
function textOf(archive: Uint8Array, path: string): string[] {
  const xml = strFromU8(must(unzipSync(archive)[path]));
  return xml
    .split('</a:p>')
    .map((paragraph) => [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '');
}

describe('makePptx', () => {
  test('writes title, number, case, link and notes as text', async () => {
    const slide = ruleSlide(edition, rule, 'zh', root);
    const archive = await makePptx([slide], 'deck');
    const text = textOf(archive, 'ppt/slides/slide1.xml');
    expect(text).toEqual(
      expect.arrayContaining(['1.1', '先写清单再动手', '码头上的清单', 'rules.example.org/r/fne22/']),
    );
    const notes = textOf(archive, 'ppt/notesSlides/notesSlide1.xml');
    expect(notes.slice(0, 3)).toEqual([
      '思考',
      '谁来写这张清单？',
      '永久链接: https://rules.example.org/r/fne22/',
    ]);
    const relations = strFromU8(must(unzipSync(archive)['ppt/slides/_rels/slide1.xml.rels']));
    expect(relations).toContain('Target="https://rules.example.org/r/fne22/"');
  });

  test('names the script of the book’s Chinese', async () => {
    const names = { ...edition.names, language: 'zh-Hant' as const };
    const archive = unzipSync(await makePptx([ruleSlide({ ...edition, names }, rule, 'zh', root)], 'deck'));
    for (const part of ['ppt/slides/slide1.xml', 'ppt/notesSlides/notesSlide1.xml']) {
      const xml = strFromU8(archive[part] ?? new Uint8Array());
      expect(xml).toContain('lang="zh-TW"');
      expect(xml).not.toContain('lang="zh-CN"');
    }
    expect(strFromU8(archive['ppt/slides/slide1.xml'] ?? new Uint8Array())).not.toContain('YaHei');
  });

  test('makes the same bytes of the same slides', async () => {
    const slides = chapterSlides(edition, must(edition.chapters[0]), 'both', root);
    expect(slides).toHaveLength(6);
    expect(Buffer.from(await makePptx(slides, 'deck'))).toEqual(Buffer.from(await makePptx(slides, 'deck')));
  });

  test('holds markup in a title as text', async () => {
    const slide: Slide = {
      ...ruleSlide(edition, rule, 'zh', root),
      title: '<a:t>&"\'',
      notes: ['</a:t>', '&'],
    };
    const archive = await makePptx([slide], 'deck');
    expect(textOf(archive, 'ppt/slides/slide1.xml')).toContain('&lt;a:t&gt;&amp;&quot;&apos;');
    expect(textOf(archive, 'ppt/notesSlides/notesSlide1.xml').slice(0, 2)).toEqual(['&lt;/a:t&gt;', '&amp;']);
  });
});

describe('the package of a deck', () => {
  const facts = { subject: '读本 & 手册', author: '柯<一>' };

  test.for(['zh', 'en', 'both'] as const)('has nothing that PowerPoint would repair: %s', async (variant) => {
    const [chapter] = edition.chapters;
    if (chapter === undefined) throw new Error('The fixture has no chapter.');
    const slides = chapterSlides(edition, chapter, variant, root);
    expect(faultsOf(await makePptx(slides, 'deck', facts))).toEqual([]);
    const [first] = slides;
    expect(faultsOf(await makePptx(first ? [first] : [], 'deck'))).toEqual([]);
  });

  test('what PptxGenJS writes by itself has faults: the check finds them', async () => {
    const deck = new PptxGen();
    for (const text of ['一', '二'])
      deck.addSlide().addText([{ text }, { text }], { x: 1, y: 1, w: 2, h: 1 }).addNotes(text);
    const faults = faultsOf((await deck.write({ outputType: 'uint8array' })) as Uint8Array).join('\n');
    for (const fault of [
      "slideMaster2.xml isn't there",
      'a line without properties',
      'a:pPr is not first',
      'children of p:presentation',
      'image/jpg',
      'placeholders of the notes master',
      'two masters share a theme',
    ])
      expect(faults).toContain(fault);
  });

  test('names the book and its author', async () => {
    const archive = await makePptx([ruleSlide(edition, rule, 'zh', root)], 'deck', facts);
    const files = unzipSync(archive);
    const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:subject>读本 &amp; 手册</dc:subject>');
    expect(core).toContain('<dc:creator>柯&lt;一&gt;</dc:creator>');
  });

  test('leaves out characters that no XML may have', async () => {
    const slide = { ...ruleSlide(edition, rule, 'zh', root), title: 'a\u0001\uFFFFb' };
    const archive = await makePptx([slide], 'deck');
    expect(faultsOf(archive)).toEqual([]);
    expect(textOf(archive, 'ppt/slides/slide1.xml')).toContain('ab');
  });
});

describe('slides', () => {
  test('the English one links to the English page and has English titles', () => {
    const slide = caseSlide(edition, must(edition.cases[0]), 'en', root);
    expect(slide).toMatchObject({
      title: 'The list on the quay',
      context: 'Case',
      aside: { label: 'Rule 1.1', title: 'Write the list first', text: '' },
      link: 'https://rules.example.org/en/r/cse77/',
    });
    expect(slide.notes).toContain('老柯在码头上把清单念了两遍。');
  });

  test('the bilingual one has the English title beneath', () => {
    expect(ruleSlide(edition, rule, 'both', root)).toMatchObject({
      title: '先写清单再动手',
      subtitle: 'Write the list first',
    });
  });

  test('key points are sentences, three at most', () => {
    expect(sentences('一。“二！”三？四。')).toEqual(['一。', '“二！”', '三？四。']);
    expect(sentences('One costs 1.5 points. Two. Three. Four.')).toEqual([
      'One costs 1.5 points.',
      'Two.',
      'Three. Four.',
    ]);
  });

  test('Markdown carries text that looks like markup, and notes that would end their comment', () => {
    const slide: Slide = { ...ruleSlide(edition, rule, 'zh', root), title: '# *星* <b>', notes: ['a --> b'] };
    const markdown = markdownSlide(slide, 'https://rules.example.org/rules/01-01/qr.svg');
    expect(markdown).toContain(String.raw`# 1.1 \# \*星\* \<b\>`);
    expect(markdown.match(/-->/g)).toHaveLength(1);
    expect(markdown).toContain(
      '[![https://rules.example.org/r/fne22/](https://rules.example.org/rules/01-01/qr.svg)](https://rules.example.org/r/fne22/)',
    );
  });
});

test('readBody reads paragraphs, labelled blocks and cases as plain text', () => {
  const markdown = [
    String.raw`\# 不是标题，*重点*`,
    '::case{id="01-01-1"}',
    ':::block{label="自查"}\n\n- □ 问过吗？\n\n- □ 写了吗？\n\n:::',
    ':::block{label="点评"}\n\n【点评】说到底\n是人。\n\n:::',
  ].join('\n\n');
  expect(readBody(markdown)).toEqual([
    { type: 'paragraph', text: '# 不是标题，重点' },
    { type: 'case', id: '01-01-1' },
    { type: 'labelled', label: '自查', items: ['问过吗？', '写了吗？'] },
    { type: 'labelled', label: '点评', items: ['说到底是人。'] },
  ]);
});

test('an edition whose file breaks the schema is refused, and the file named', async () => {
  await expect(
    readEdition(join(fileURLToPath(new URL('../../fixtures/decks/broken-edition', import.meta.url)))),
  ).rejects.toThrow(/rules\/01-01\.md/);
});
