import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InputError } from '../../input-error.ts';
import { Extract, type Block } from '../extract/extract.ts';
import type { Metadata, Source } from '../extract/source.ts';
import { readBookmarks, type Bookmark } from './bookmarks.ts';
import { openPdf } from './open-pdf.ts';
import { readPageLines, type PageLayout } from './page-lines.ts';
import { gatherPdfParagraphs, usualSize, type PdfParagraph } from './paragraphs.ts';
import { findRunningHeads } from './running-heads.ts';

/** Larger than the text by this factor is prominent. */
const prominentSize = 1.12;
/** Characters a page that a PDF with a text layer has at least, on an average. */
const minPerPage = 12;
/** Of text whose fonts don't say what its characters are, more than this share is of no script at all. */
const maxUnknown = 0.2;

/**
 * Read a PDF that has a text layer. Lines become paragraphs by where they stand; running heads and page numbers are left
 * out; titles of the PDF's outline are headings where they stand on their page.
 * @throws InputError where it is encrypted, scanned or damaged
 */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  const document = await openPdf(bytes);
  try {
    const pages = await readPages(document);
    refuseUnreadable(pages);
    const heads = findRunningHeads(pages);
    const extract = new Extract();
    for (const { text, page } of heads) extract.leave('running heads and page numbers', `page ${page}`, text);
    const kindOf = headingsBy(await readBookmarks(document));
    const usual = usualSize(pages);
    for (const paragraph of gatherPdfParagraphs(pages, heads)) extract.add(toBlock(paragraph, usual, kindOf));
    extract.metadata = await readMetadata(document);
    return extract.finish('pdf');
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPages(document: PDFDocumentProxy): Promise<PageLayout[]> {
  const pages: PageLayout[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      pages.push(await readPageLines(page, number));
      page.cleanup();
    } catch {
      throw new InputError(`The PDF is damaged: its page ${number} can’t be read. Get another copy of it.`);
    }
  }
  return pages;
}

function refuseUnreadable(pages: PageLayout[]): void {
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
  const visible = text.replace(/\s/g, '').length;
  if (visible < minPerPage * Math.min(pages.length, 40))
    throw new InputError(
      'The PDF is scanned: its pages are pictures, without text. Recognise its text (OCR), save it as .docx or .txt, and give that.',
    );
  const unknown = text.match(/[\ue000-\uf8ff\ufffd\u0000-\u0008]/g)?.length ?? 0;
  if (unknown > maxUnknown * visible)
    throw new InputError(
      'The fonts of the PDF don’t say which characters they draw, so its text can’t be read. Give the file that it was made from.',
    );
}

function toBlock(
  paragraph: PdfParagraph,
  usual: number,
  kindOf: (paragraph: PdfParagraph) => number | undefined,
): Block {
  const { text, page, size, note } = paragraph;
  const place = `page ${page}`;
  const level = note ? undefined : kindOf(paragraph);
  if (level !== undefined) return { kind: 'heading', level, parts: [text], place };
  return {
    kind: note ? 'footnote' : 'paragraph',
    parts: [text],
    place,
    ...(size >= usual * prominentSize ? { prominent: true as const } : {}),
  };
}

/** Tells the level of a paragraph that an entry of the outline leads to: it says the same, on that page. */
function headingsBy(bookmarks: Bookmark[]): (paragraph: PdfParagraph) => number | undefined {
  const left = Map.groupBy(bookmarks, ({ title, page }) => `${page ?? ''} ${key(title)}`);
  return ({ text, page }) => left.get(`${page} ${key(text)}`)?.shift()?.level;
}

function key(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

async function readMetadata(document: PDFDocumentProxy): Promise<Metadata> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const read = (name: string): string => {
    const value = (info as Record<string, unknown>)[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...(read('Title') === '' ? {} : { title: read('Title') }),
    ...(read('Author') === ''
      ? {}
      : {
          creators: read('Author')
            .split(/[;；]/)
            .map((name) => name.trim()),
        }),
    ...(read('Language') === '' ? {} : { language: read('Language') }),
  };
}
