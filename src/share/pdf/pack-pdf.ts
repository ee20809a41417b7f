import {
  PDFCrossRefStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  type PDFRef,
  PDFStreamWriter,
} from '@cantoo/pdf-lib';

/** A file's table of where its objects are, in the order of their numbers. */
interface ObjectTable {
  entries: { ref: PDFRef }[];
  appendEntry: (entry: { ref: PDFRef }) => void;
}

// The library looks for an entry's place from the front, which takes longer than all else for a whole book. Objects come
// nearly in their order: from the end, the place is found at once.
(PDFCrossRefStream.prototype as unknown as ObjectTable).appendEntry = function (entry) {
  const numberAt = (at: number) => this.entries[at]?.ref.objectNumber ?? 0;
  let place = this.entries.length;
  while (numberAt(place - 1) > entry.ref.objectNumber) place -= 1;
  this.entries.splice(place, 0, entry);
};

/** Objects that are compressed together. */
const objectsPerStream = 1000;

/** Tables of characters that the typesetter leaves uncompressed. What the book is called stays legible for programs that search files. */
const isBare = ({ dict }: PDFRawStream): boolean =>
  !dict.has(PDFName.of('Filter')) && dict.get(PDFName.of('Type')) !== PDFName.of('Metadata');

/**
 * Put the thousands of small objects that pages, tags and links are into compressed streams: a third of the bytes. Sets
 * besides that a reader's window shows the book's title, not the file's name, as PDF/UA asks, and the language.
 */
export async function packPdf(pdf: Uint8Array, language: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog, context } = document;
  document.setLanguage(language);
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && isBare(object)) {
      const stream = context.flateStream(object.contents);
      for (const [key, value] of object.dict.entries())
        if (key !== PDFName.of('Length')) stream.dict.set(key, value);
      context.assign(ref, stream);
      // The writer leaves pages outside of compressed streams, though only the catalog has to be.
    } else if (object instanceof PDFPageLeaf || object instanceof PDFPageTree)
      context.assign(ref, PDFDict.fromMapWithContext(new Map(object.entries()), context));
  }
  return PDFStreamWriter.forContext(context, 50, true, objectsPerStream).serializeToBuffer();
}
