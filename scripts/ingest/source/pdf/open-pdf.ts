import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { InputError } from '../../input-error.ts';

const folder = (name: string): string =>
  fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** Pages of the longest book that is read. */
const maxPages = 6000;

/**
 * Open a PDF, with what is needed for the encodings of Chinese fonts that are not in the file.
 * @throws InputError if it is encrypted, damaged or no book
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    const document = await getDocument({
      // A copy, since the bytes are handed over.
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
    }).promise;
    if (document.numPages > maxPages)
      throw new InputError(`The PDF has ${document.numPages} pages. Split it, and give its parts.`);
    return document;
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new InputError(
        'The PDF is encrypted. Open it with its password, print it to a new PDF, and give that.',
      );
    throw new InputError('The PDF is damaged or was cut off. Get another copy of it.');
  }
}
