import type { Encoding } from './text/decode.ts';
import type { Source } from './extract/source.ts';

/** What an adapter is asked to read. */
export type Request =
  | { format: 'docx' | 'epub' | 'pdf'; bytes: Uint8Array }
  | { format: 'html'; bytes: Uint8Array; encoding?: Encoding | undefined }
  | { format: 'markdown'; text: string; size: number }
  | { format: 'folder'; files: Map<string, Uint8Array>; encoding?: Encoding | undefined };

/** Load the adapter of a request's format alone: the libraries of all formats take a second. It reads once it is called. */
export async function adapterFor(request: Request): Promise<() => Source | Promise<Source>> {
  switch (request.format) {
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      return () => readDocx(request.bytes);
    }
    case 'epub': {
      const { readEpub } = await import('./epub/read-epub.ts');
      return () => readEpub(request.bytes);
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      return () => readHtml(request.bytes, request.encoding);
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown/read-markdown.ts');
      return () => readMarkdown(request.text);
    }
    case 'folder': {
      const { readMarkdownFolder } = await import('./markdown/folder/read-folder.ts');
      return () => readMarkdownFolder(request.files, request.encoding);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return () => readPdf(request.bytes);
    }
  }
}
