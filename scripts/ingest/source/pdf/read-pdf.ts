import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InputError } from '../../input-error.ts';
import { visibleLength } from '../../language/prose.ts';
import { Extract, type Block } from '../extract/extract.ts';
import type { Metadata, Source } from '../extract/source.ts';
import { readBookmarks, type Bookmark } from './bookmarks.ts';
import { openPdf } from './open-pdf.ts';
import { readPageLines, type PageLayout } from './lines/page-lines.ts';
import { gatherPdfParagraphs, type PdfParagraph } from './paragraphs.ts';
import { PdfPictures } from './pictures.ts';
import { usualSize } from './setting.ts';
import { groupRows, toTable } from './tables.ts';
import { findRunningHeads } from './running-heads.ts';

/** Larger than the text by this factor is prominent. */
const prominentSize = 1.12;
/** Characters a page that a PDF with a text layer has at least, on an average. */
const minPerPage = 12;
/** If fonts don't tell what their characters are, more than this share of the text is of no script. */
const maxUnknown = 0.2;

/**
 * Read a PDF that has a text layer. The position of lines decides the paragraphs. Running heads and page numbers
 * are left out. Titles of the PDF's outline become headings if they are on the page that the outline names.
 * @throws InputError if the PDF is encrypted, scanned or damaged
 */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  const document = await openPdf(bytes);
  try {
    const pictures = new PdfPictures(bytes);
    const pages = await readPages(document, pictures);
    refuseUnreadable(pages);
    const usual = usualSize(pages);
    const heads = findRunningHeads(pages, usual);
    const extract = new Extract();
    for (const { text, page } of heads) extract.leave('running heads and page numbers', `page ${page}`, text);
    const paragraphs = gatherPdfParagraphs(pages, heads);
    const levels = headingsBy(await readBookmarks(document), paragraphs, pages);
    for (const group of groupRows(paragraphs)) {
      const [paragraph] = group;
      if (!paragraph) continue;
      pictures.addAbove(paragraph, extract);
      if (group.length > 1) for (const row of toTable(group)) extract.add(row);
      else extract.add(toBlock(paragraph, usual, levels.get(paragraph)));
    }
    pictures.addRest(extract);
    extract.metadata = await readMetadata(document);
    return extract.finish('pdf');
  } finally {
    await document.loadingTask.destroy();
  }
}

async function readPages(document: PDFDocumentProxy, pictures: PdfPictures): Promise<PageLayout[]> {
  const pages: PageLayout[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      pages.push(await readPageLines(page, number));
      await pictures.read(page, number);
      page.cleanup();
    } catch {
      throw new InputError(`The PDF is damaged: its page ${number} can’t be read. Get another copy of it.`);
    }
  }
  return pages;
}

function refuseUnreadable(pages: PageLayout[]): void {
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
  const visible = visibleLength(text);
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

function toBlock({ text, page, size, note }: PdfParagraph, usual: number, level: number | undefined): Block {
  const place = `page ${page}`;
  if (level !== undefined) return { kind: 'heading', level, parts: [text], place };
  return {
    kind: note ? 'footnote' : 'paragraph',
    parts: [text],
    place,
    ...(size >= usual * prominentSize ? { prominent: true as const } : {}),
  };
}

/** If paragraphs of a page have the same words, an entry of the outline leads to the one nearest to its place. */
function headingsBy(
  bookmarks: readonly Bookmark[],
  paragraphs: readonly PdfParagraph[],
  pages: readonly PageLayout[],
): Map<PdfParagraph, number> {
  const levels = new Map<PdfParagraph, number>();
  const named = Map.groupBy(paragraphs, ({ text, page }) => `${page} ${key(text)}`);
  for (const { title, page, height, level } of bookmarks) {
    const open = (named.get(`${page ?? ''} ${key(title)}`) ?? []).filter(
      (paragraph) => !paragraph.note && !levels.has(paragraph),
    );
    const top = (pages[(page ?? 0) - 1]?.height ?? 0) - (height ?? Infinity);
    const away = (paragraph: PdfParagraph): number => Math.abs(paragraph.top - top);
    const nearest = height === undefined ? open[0] : [...open].sort((a, b) => away(a) - away(b))[0];
    if (nearest) levels.set(nearest, level);
  }
  return levels;
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
