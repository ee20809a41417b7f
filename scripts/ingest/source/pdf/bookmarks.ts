import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An entry of a PDF's outline. */
export interface Bookmark {
  title: string;
  level: number;
  /** Counted from 1; `undefined` where it leads nowhere. */
  page: number | undefined;
  /** How far above the page's bottom, in points, if it has a place. */
  height: number | undefined;
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
        ...(await placeOf(document, dest)),
      });
      if (level < 20) await walk(items as Node[], level + 1);
    }
  };
  try {
    await walk((await document.getOutline()) ?? [], 1);
  } catch {
    // A damaged outline is ignored; the text is read all the same.
  }
  return bookmarks;
}

async function placeOf(
  document: PDFDocumentProxy,
  dest: Node['dest'],
): Promise<Pick<Bookmark, 'page' | 'height'>> {
  try {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const reference: unknown = explicit?.[0];
    const height = heightOf(explicit ?? []);
    if (typeof reference === 'number') return { page: reference + 1, height };
    if (typeof reference !== 'object' || reference === null) return { page: undefined, height };
    const index = await document.getPageIndex(reference as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
    return { page: index + 1, height };
  } catch {
    return { page: undefined, height: undefined };
  }
}

/** A destination is a page, a kind and what the kind needs. */
function heightOf(destination: readonly unknown[]): number | undefined {
  const kind = (destination[1] as { name?: unknown } | undefined)?.name;
  const height =
    kind === 'XYZ' ? destination[3] : kind === 'FitH' || kind === 'FitBH' ? destination[2] : undefined;
  return typeof height === 'number' && height > 0 ? height : undefined;
}
