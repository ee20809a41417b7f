import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An entry of a PDF's outline. */
export interface Bookmark {
  title: string;
  level: number;
  /** Counted from 1; `undefined` where it leads nowhere. */
  page: number | undefined;
}

type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
const maxBookmarks = 5000;
const maxLevel = 6;

/** The outline of a PDF, which readers show beside it; many have none. */
export async function readBookmarks(document: PDFDocumentProxy): Promise<Bookmark[]> {
  const bookmarks: Bookmark[] = [];
  const walk = async (nodes: Node[], level: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (bookmarks.length >= maxBookmarks) return;
      bookmarks.push({
        title: title.trim(),
        level: Math.min(level, maxLevel),
        page: await pageOf(document, dest),
      });
      if (level < 20) await walk(items as Node[], level + 1);
    }
  };
  try {
    await walk((await document.getOutline()) ?? [], 1);
  } catch {
    // A damaged outline says nothing; the text is read all the same.
  }
  return bookmarks;
}

async function pageOf(document: PDFDocumentProxy, dest: Node['dest']): Promise<number | undefined> {
  try {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const reference: unknown = explicit?.[0];
    if (typeof reference === 'number') return reference + 1;
    if (typeof reference !== 'object' || reference === null) return undefined;
    return (await document.getPageIndex(reference as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
  } catch {
    return undefined;
  }
}
