import { getDocumentProxy } from 'unpdf';

/** A line of a printed sheet: its words without spaces, and how far its bottom is above the sheet's, in points. */
export interface PrintedLine {
  text: string;
  above: number;
}

/** The sheets of a PDF, each with its lines from the top down. */
export async function sheetsOf(pdf: Uint8Array): Promise<PrintedLine[][]> {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  const sheets: PrintedLine[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = new Map<number, string>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const above = Math.round(item.transform[5] as number);
      lines.set(above, (lines.get(above) ?? '') + item.str.replace(/\s/g, ''));
    }
    sheets.push([...lines].map(([above, text]) => ({ above, text })).sort((a, b) => b.above - a.above));
  }
  return sheets;
}
