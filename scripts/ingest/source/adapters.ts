import type { Encoding } from './text/decode.ts';
import { readDocx } from './docx/read-docx.ts';
import { readEpub } from './epub/read-epub.ts';
import { readMarkdownFolder } from './markdown/read-folder.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readHtml } from './html/read-html.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { Source } from './extract/source.ts';

/** What an adapter is asked to read. */
export type Request =
  | { format: 'docx' | 'epub' | 'pdf'; bytes: Uint8Array }
  | { format: 'html'; bytes: Uint8Array; encoding?: Encoding | undefined }
  | { format: 'markdown'; text: string; size: number }
  | { format: 'folder'; files: Map<string, Uint8Array>; encoding?: Encoding | undefined };

/** Read a source by the adapter of its format. */
export async function readByFormat(request: Request): Promise<Source> {
  switch (request.format) {
    case 'docx':
      return readDocx(request.bytes);
    case 'epub':
      return readEpub(request.bytes);
    case 'html':
      return readHtml(request.bytes, request.encoding);
    case 'markdown':
      return readMarkdown(request.text);
    case 'folder':
      return readMarkdownFolder(request.files, request.encoding);
    case 'pdf':
      return readPdf(request.bytes);
  }
}
