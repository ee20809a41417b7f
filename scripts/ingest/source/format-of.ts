import { InputError } from '../input-error.ts';
import type { Format } from './extract/source.ts';
import { Zip } from './archive/zip.ts';
import { markdownName } from './markdown/markdown-name.ts';

/** Formats that people have books in and that can't be read, by their first bytes, with what to do. */
const others: [signature: string, answer: string][] = [
  [
    '{\\rtf',
    'The file is an RTF document. Open it in Word, WPS or LibreOffice, save it as .docx, and give that.',
  ],
  ['\x1f\x8b', 'The file is a gzip archive. Unpack it, and give the book in it.'],
  ['7z\xbc\xaf\x27\x1c', 'The file is a 7z archive. Unpack it, and give the book in it.'],
  ['BZh', 'The file is a bzip2 archive. Unpack it, and give the book in it.'],
  ['\xfd7zXZ', 'The file is an xz archive. Unpack it, and give the book in it.'],
  ['\x28\xb5\x2f\xfd', 'The file is a zstd archive. Unpack it, and give the book in it.'],
  ['Rar!', 'The file is a RAR archive. Unpack it, and give the book in it.'],
  ['ITSF', 'The file is a CHM help file. Convert it to EPUB with calibre, and give that.'],
  [
    'AT&TFORM',
    'The file is a DjVu scan: pictures of pages, without text. Recognise its text (OCR), save it as .docx or .txt, and give that.',
  ],
  ['\x89PNG', 'The file is a picture. Recognise its text (OCR), save it as .docx or .txt, and give that.'],
  [
    '\xff\xd8\xff',
    'The file is a picture. Recognise its text (OCR), save it as .docx or .txt, and give that.',
  ],
  ['GIF8', 'The file is a picture. Recognise its text (OCR), save it as .docx or .txt, and give that.'],
  ['II*\0', 'The file is a picture. Recognise its text (OCR), save it as .docx or .txt, and give that.'],
  ['MM\0*', 'The file is a picture. Recognise its text (OCR), save it as .docx or .txt, and give that.'],
  ['ID3', 'The file is a sound recording, not a book.'],
  ['OggS', 'The file is a sound recording, not a book.'],
  ['SQLite format 3', 'The file is a database, not a book.'],
  ['\x7fELF', 'The file is a program, not a book.'],
  ['MZ\x90', 'The file is a program, not a book.'],
];

/** Formats that people give instead of a book's text; the message names the formats that are read. */
const readable = '.txt, .md, .docx, .epub, .html or .pdf';

/**
 * Detect the format of a file from its content. Its name is used only to distinguish Markdown from plain text.
 * @returns `undefined` for text, which may still be Markdown or a web page
 * @throws InputError for a format that isn't supported; the message has what to do
 */
export function formatOf(
  bytes: Uint8Array,
): Exclude<Format, 'text' | 'markdown' | 'html' | 'folder'> | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  // Some programs write a few bytes before a PDF's mark.
  if (/^[^\n]{0,16}\s{0,4}%PDF-\d/.test(start)) return 'pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return formatOfZip(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw refuseCompound(bytes);
  if (start.slice(60, 68) === 'BOOKMOBI' || start.slice(60, 68) === 'TEXtREAd')
    throw new InputError('The file is a Kindle book. Convert it to EPUB with calibre, and give that.');
  if (start.slice(257, 262) === 'ustar')
    throw new InputError('The file is a tar archive. Unpack it, and give the book in it.');
  if (start.slice(4, 8) === 'ftyp') throw new InputError('The file is a film or a picture, not a book.');
  const other = others.find(([signature]) => start.startsWith(signature));
  if (other) throw new InputError(other[1]);
  return undefined;
}

function formatOfZip(bytes: Uint8Array): 'docx' | 'epub' {
  const zip = new Zip(bytes);
  const { names } = zip;
  const kind = new TextDecoder().decode(
    (zip.has('mimetype') ? zip.read('mimetype') : undefined)?.subarray(0, 200),
  );
  const holds = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (kind.trim() === 'application/epub+zip' || zip.has('META-INF/container.xml')) return 'epub';
  if (zip.has('[Content_Types].xml') && holds(/^word\//i)) return 'docx';
  if (holds(/^xl\//i)) throw refuse('an Excel workbook');
  if (holds(/^ppt\//i)) throw refuse('a PowerPoint presentation');
  if (
    kind.startsWith('application/vnd.oasis.opendocument.text') ||
    (zip.has('content.xml') && zip.has('styles.xml'))
  )
    throw new InputError(
      'The file is an OpenDocument text. Open it in LibreOffice, Word or WPS, save it as .docx, and give that.',
    );
  if (holds(/(?:^|\/)(?:Index\/Document\.iwa|Index\.zip|index\.apxl|index\.xml)$/))
    throw new InputError(
      'The file is a Pages document. Open it in Pages, export it as Word (.docx), and give that.',
    );
  throw refuse('a ZIP archive');
}

/** Word's format until 2003, which WPS's own is like; an encrypted .docx looks the same from outside. */
function refuseCompound(bytes: Uint8Array): InputError {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_000_000));
  if (text.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new InputError(
      'The document is encrypted. Open it with its password, save it without one, and give that.',
    );
  return new InputError(
    'The file is a document of an old format (.doc or .wps). Open it in Word, WPS or LibreOffice, save it as .docx, and give that.',
  );
}

function refuse(what: string): InputError {
  return new InputError(
    `The file is ${what}, not a book that can be read. Save the book as ${readable}, and give that.`,
  );
}

/** Whether the bytes of a file are a web page's, in any encoding: its marks are ASCII. */
export function isHtml(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 40_000)).replaceAll('\0', '');
  const start = head
    .replace(
      /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/,
      '',
    )
    .slice(0, 500);
  if (/^<!doctype\s+html\b|^<html[\s>]|^<(?:head|body)[\s>]/i.test(start)) return true;
  // A part of a page, without its frame.
  return (
    /^<(?:meta|title|style|h[1-6]|p|div|section|article|main|table|ul|ol)[\s>]/i.test(start) &&
    (head.match(/<\/(?:h[1-6]|p|div|li|tr)>/gi)?.length ?? 0) >= 3
  );
}

/** Whether a text is Markdown: by its name, or because several of its lines are Markdown's headings. */
export function isMarkdown(text: string, name: string): boolean {
  if (markdownName.test(name)) return true;
  const headings = text.slice(0, 2_000_000).match(/^#{1,6} +\S.{0,80}$/gm) ?? [];
  return headings.length >= 3;
}
