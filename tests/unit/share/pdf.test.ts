import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { create } from 'fontkitten';
import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { readEdition, type Edition } from '../../../src/edition/read-edition.ts';
import { paragraphId } from '../../../src/lib/book/paragraph-id.ts';
import { papers } from '../../../src/share/pdf/book-model.ts';
import { pdfBook, pdfChapter } from '../../../src/share/pdf/pdf-book.ts';
import { openFaces } from '../../../src/share/pdf/faces.ts';
import { times } from '../../times.ts';
import { typesetPdf } from '../../../src/share/pdf/typeset.ts';

const edition = await readEdition(fileURLToPath(new URL('../../fixtures/decks/edition', import.meta.url)));
const root = { origin: 'https://rules.example.org', base: '/' };

const squeezed = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true });
  return squeezed(text);
}

/** Where pictures are on the pages of a PDF, in points from the lower left. */
async function picturesOf(
  pdf: Uint8Array,
): Promise<{ left: number; below: number; width: number; height: number }[]> {
  const { OPS, Util } = await getResolvedPDFJS();
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const found: { left: number; below: number; width: number; height: number }[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    const stack: number[][] = [];
    let matrix = [1, 0, 0, 1, 0, 0];
    for (const [index, operator] of fnArray.entries()) {
      if (operator === OPS.save) stack.push(matrix);
      else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
      else if (operator === OPS.transform) matrix = Util.transform(matrix, argsArray[index] as number[]);
      else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject) {
        const [a = 0, , , d = 0, x = 0, y = 0] = matrix;
        found.push({ left: x, below: Math.min(y, y + d), width: Math.abs(a), height: Math.abs(d) });
      }
    }
  }
  return found;
}

/** The fixture edition with another body in its first rule. */
function withBody(body: string, title = '题'): Edition {
  const [rule, ...others] = edition.rules;
  if (rule === undefined) throw new Error('The fixture has no rule.');
  return { ...edition, rules: [{ data: { ...rule.data, title: { zh: title } }, body }, ...others] };
}

describe('the book as PDF', () => {
  test('is the same file twice, with bookmarks, tags and links, and no font but those that are embedded', async () => {
    const book = pdfBook(edition, root, papers.a5);
    const pdf = await typesetPdf(book);
    expect(Buffer.from(await typesetPdf(book)).equals(Buffer.from(pdf))).toBe(true);
    const document = await getDocumentProxy(Uint8Array.from(pdf));
    const outline = await document.getOutline();
    expect(outline.map(({ title }: { title: string }) => title)).toContain(
      edition.chapters[0]?.data.title.zh,
    );
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: book.title });
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    // Its metadata claim that it keeps to PDF/UA-1.
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfuaid:part>1</);
    const links = new Set<string>();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      for (const annotation of await page.getAnnotations())
        if (annotation.url) links.add(annotation.url as string);
    }
    for (const { data } of edition.rules)
      expect(links).toContain(`https://rules.example.org/r/${data.permalink}/`);
  });

  test('has the same bytes, whichever book was set before it', () => {
    const books = ['镃。', 'Ωλ。'].map((body) => pdfBook(withBody(body), root, papers.a5));
    // In processes of their own: the typesetter remembers within one.
    const script = `
      const { typesetPdf } = await import(${JSON.stringify(new URL('../../../src/share/pdf/typeset.ts', import.meta.url).href)});
      const { createHash } = await import('node:crypto');
      for (const book of JSON.parse((await import('node:fs')).readFileSync(0, 'utf8')))
        console.log(createHash('sha256').update(await typesetPdf(book)).digest('hex'));`;
    const made = (ordered: typeof books) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        input: JSON.stringify(ordered),
        encoding: 'utf8',
      })
        .trim()
        .split('\n');
    const first = made(books);
    expect(new Set(first).size).toBe(books.length);
    expect(made(books.toReversed()).toReversed()).toEqual(first);
  });

  test('names its fonts after their files, whatever was opened at the same time', async () => {
    const both = await Promise.all([openFaces(new Set('鐘☎')), openFaces(new Set('☎Ω'))]);
    for (const { fonts, families, latin } of both) {
      const names = fonts
        .map((font) => create(font))
        .map((face) => ('familyName' in face ? face.familyName : ''));
      expect(new Set(names)).toEqual(new Set([...families, ...latin]));
    }
  });

  test('holds the text of every rule and case, in order', async () => {
    const text = await textOf(await typesetPdf(pdfBook(edition, root, papers.a5)));
    let from = 0;
    for (const { data } of edition.rules) {
      const at = text.indexOf(squeezed(data.title.zh), from);
      expect(at, data.title.zh).toBeGreaterThanOrEqual(0);
      from = at;
    }
    const [told] = edition.cases;
    const slot = await textOf(
      await typesetPdf(
        pdfBook(withBody(`前文。\n\n::case{id="${told?.data.id ?? ''}"}\n\n后文。`), root, papers.a5),
      ),
    );
    const places = ['前文。', squeezed(told?.data.title.zh ?? ''), '后文。'].map((words) =>
      slot.indexOf(words),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('in English it says the English text, in both languages one beneath the other', async () => {
    const book = withBody('前文。\n\n- 甲');
    const [rule] = book.rules;
    const english = [
      { id: paragraphId('前文。'), text: 'What comes first.' },
      { id: paragraphId('甲'), text: 'Item one' },
    ];
    const translated = { ...book, english: new Map([[rule?.data.permalink ?? '', english]]) };
    const made = async (variant: 'en' | 'both') =>
      textOf(await typesetPdf(pdfBook(translated, root, papers.a5, [], variant)));
    const inEnglish = await made('en');
    expect(inEnglish).toContain('Whatcomesfirst.');
    expect(inEnglish).not.toContain('前文。');
    const both = await made('both');
    const places = ['前文。', 'Whatcomesfirst.', '甲', 'Itemone'].map((words) => both.lastIndexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('sets tables, and pictures of the text with their captions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    const name = '0123456789abcdef-8x8.png';
    writeFileSync(join(folder, name), PNG.sync.write(new PNG({ width: 8, height: 8 })));
    const body = `| 项目 | 数 |\n| --- | --- |\n| 灯 | 三 |\n\n![图一](../pictures/${name})\n\n图一`;
    const book = pdfBook({ ...withBody(body), pictures: folder }, root, papers.a5);
    expect(book.pictures).toEqual([{ path: `/pictures/${name}`, file: join(folder, name) }]);
    const text = await textOf(await typesetPdf(book));
    for (const cell of ['项目', '灯', '三', '图一']) expect(text).toContain(cell);
    rmSync(folder, { recursive: true });
  });

  test('a picture is on the page of its caption, wherever the page ends', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    const name = '0123456789abcdef-400x300.png';
    writeFileSync(join(folder, name), PNG.sync.write(new PNG({ width: 400, height: 300 })));
    const pairs = Array.from({ length: 24 }, (_, at) => {
      const caption = `图${String(at + 1)} 泵房`;
      // The caption is above every fifth picture.
      const parts = [`![${caption}](../pictures/${name})`, caption];
      return `${'泵房里的事要写在纸上。'.repeat(3 + 2 * (at % 7))}\n\n${(at % 5 === 4 ? parts.toReversed() : parts).join('\n\n')}`;
    });
    const book = pdfBook({ ...withBody(pairs.join('\n\n')), pictures: folder }, root, papers.a5);
    const document = await getDocumentProxy(Uint8Array.from(await typesetPdf(book)));
    const { OPS } = await getResolvedPDFJS();
    let captions = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      const { fnArray } = await page.getOperatorList();
      const own = text.match(/图\s*\d+\s*泵房(?!里)/g) ?? [];
      expect(fnArray.filter((operator) => operator === OPS.paintImageXObject).length, text).toBe(own.length);
      captions += own.length;
    }
    expect(captions).toBe(24);
    rmSync(folder, { recursive: true });
  });

  test.for([
    ['wider than the text', 3000, 200],
    ['taller than a page', 300, 5000],
    ['small', 40, 30],
  ] as const)('a picture %s stays within the text, in its own shape', async ([, width, height]) => {
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    const name = `0123456789abcdef-${String(width)}x${String(height)}.png`;
    writeFileSync(join(folder, name), PNG.sync.write(new PNG({ width, height })));
    const body = `前文。\n\n![图一](../pictures/${name})\n\n后文。`;
    const pdf = await typesetPdf(pdfBook({ ...withBody(body), pictures: folder }, root, papers.a5));
    const [drawn] = await picturesOf(pdf);
    expect(drawn?.width).toBeCloseTo(
      Math.min(width * 0.75, 325.98, (height > 1000 ? 409.6 / height : 1) * width),
      0,
    );
    expect((drawn?.width ?? 0) / (drawn?.height ?? 1)).toBeCloseTo(width / height, 1);
    expect(drawn?.left).toBeGreaterThan(46);
    expect((drawn?.left ?? 0) + (drawn?.width ?? 0)).toBeLessThan(373);
    expect(drawn?.below).toBeGreaterThan(55);
    rmSync(folder, { recursive: true });
  });

  test('a table of nine columns stays within the text, its long words divided', async () => {
    const row = (cell: string) => `| ${Array.from({ length: 9 }, () => cell).join(' | ')} |`;
    const body = [row('Internationalization'), row('---'), row('参数名称与说明')].join('\n');
    const pdf = await typesetPdf(pdfBook(withBody(body), root, papers.a5));
    const document = await getDocumentProxy(Uint8Array.from(pdf));
    const { items } = await (await document.getPage(3)).getTextContent();
    const ends = items.flatMap((item) =>
      'str' in item && /tion|参数/.test(item.str) ? [Number(item.transform[4]) + item.width] : [],
    );
    expect(ends.length).toBeGreaterThan(9);
    expect(Math.max(...ends)).toBeLessThan(373);
  });

  test('a chapter by itself has no cover and no contents', async () => {
    const book = pdfChapter(edition, '01', root, papers.a4);
    const text = await textOf(await typesetPdf(book));
    expect(text).toContain(squeezed(edition.chapters[0]?.data.title.zh ?? ''));
    expect(text).not.toContain('目录');
  });

  test('takes text as text: nothing of a book is code for the typesetter', async () => {
    const hostile = [
      '#panic("x") #eval("1+1") $x^2$ *粗* _斜_ `码` <label> @ref ~ -- --- ... // 注 /* 注 */',
      '#include "/etc/passwd" #read("/etc/passwd") #image("/etc/passwd") \\u{41} \\ “引”',
      '= 不是标题 + 不是列表 / 词: 不是术语',
    ];
    const book = pdfBook(edition, root, papers.a5);
    const [first] = book.sections.filter((section) => section.type === 'chapter');
    if (first === undefined) throw new Error('The fixture has no chapter.');
    first.blocks = hostile.map((text) => ({ type: 'paragraph', text, english: null }));
    first.title = hostile[0] ?? '';
    const text = await textOf(await typesetPdf(book));
    for (const line of hostile) expect(text).toContain(squeezed(line));
  });

  test('a cover names the authors, whether its title is set upright, in words, or across', async () => {
    const book = pdfBook(edition, root, papers.a5);
    const covers = [
      { title: '客户之道', upright: true },
      { title: '云栖酒店 前厅手册', upright: false },
      { title: 'Ⅱ期β版✔手册', upright: false },
    ];
    for (const cover of covers) {
      const named = {
        ...book,
        ...cover,
        authors: ['柳三变', '阮小七'],
        chapters: [],
        contents: [],
        front: [],
      };
      const text = await textOf(await typesetPdf(named));
      expect(text, cover.title).toContain('柳三变');
      expect(text, cover.title).toContain('阮小七');
    }
  });

  test('any characters at all make a book', async () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 3,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(words, async ([title = '题', ...lines]) => {
        const book = pdfBook(withBody('正文', title), root, papers.a5);
        for (const section of book.sections)
          if (section.type === 'chapter')
            section.blocks = lines.map((text) => ({ type: 'paragraph', text, english: null }));
        expect((await typesetPdf(book)).length).toBeGreaterThan(1000);
      }),
      { numRuns: times(6) },
    );
  });

  test('is in the script of its book, whose typeface comes first', async () => {
    const names = { ...edition.names, language: 'zh-Hant' as const };
    const pdf = await typesetPdf(pdfBook({ ...withBody('打烊鐘響以前不收椅子。'), names }, root, papers.a5));
    const { info } = await (await getDocumentProxy(Uint8Array.from(pdf))).getMetadata();
    expect(info).toMatchObject({ Language: 'zh-Hant' });
    expect(await textOf(pdf)).toContain('打烊鐘響以前不收椅子。');
    const named = async (language: 'zh-Hans' | 'zh-Hant') => {
      const { fonts } = await openFaces(new Set('鐘响Ⅱβ✔😀'), language);
      return fonts
        .map((font) => create(font))
        .flatMap((font) => ('postscriptName' in font ? [font.postscriptName] : []));
    };
    expect((await named('zh-Hant'))[0]).toMatch(/SerifTC/);
    expect((await named('zh-Hans'))[0]).toMatch(/SerifSC/);
    expect((await named('zh-Hans')).join()).toMatch(/Symbols/);
    expect((await named('zh-Hans')).join()).toMatch(/Emoji/);
  });

  test('draws rare characters with the smaller files of the typeface', async () => {
    const text = await textOf(await typesetPdf(pdfBook(withBody('镃辎锨蹚，Ωλ，ⅠⅡ，✔☎。'), root, papers.a5)));
    expect(text).toContain('镃辎锨蹚');
    expect(text).toContain('Ωλ');
    expect(text).toContain('✔☎');
  });
});
