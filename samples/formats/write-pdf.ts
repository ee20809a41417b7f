import type { FormatBook } from './book.ts';

/** Points. */
const page = { width: 420, height: 595, left: 50, top: 70, bottom: 70 };
const size = 10.5;
const leading = 18;
/** Characters a line. */
const columns = 30;

interface Line {
  text: string;
  size: number;
  left: number;
  /** Room above it. */
  above: number;
}

/** A book as a PDF: lines broken at the margin, paragraphs set in, a running head and a page number on each page. */
export function writePdf(book: FormatBook): Uint8Array {
  const lines: Line[] = [{ text: book.title, size: 20, left: 0, above: 10 }];
  const add = (text: string, lineSize: number, above: number): void => {
    lines.push({ text, size: lineSize, left: 0, above });
  };
  for (const chapter of book.chapters) {
    add(`${chapter.label} ${chapter.title}`, 16, 24);
    for (const rule of chapter.rules) {
      add(`${rule.label} ${rule.title}`, 13, 14);
      for (const block of rule.blocks)
        if (block.kind === 'paragraph') lines.push(...breakParagraph(block.text));
    }
  }
  return printPdf(toPages(lines, book.title));
}

/** Lines as wide as the page, the first set in by two characters. */
function breakParagraph(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length;) {
    const first = at === 0;
    let end = Math.min(text.length, at + columns - (first ? 2 : 0));
    // No line begins with a closing mark.
    while (end < text.length && /[，。！？；：、”’）》]/.test(text[end] ?? '')) end -= 1;
    lines.push({ text: text.slice(at, end), size, left: first ? 2 * size : 0, above: 0 });
    at = end;
  }
  return lines;
}

function toPages(lines: Line[], title: string): string[] {
  const pages: string[] = [];
  let content = '';
  let y = page.height - page.top;
  const close = (): void => {
    const number = String(pages.length + 1);
    pages.push(
      `${show(title, 9, page.left, page.height - 40)}${content}${show(number, 9, page.width / 2 - 5, 35)}`,
    );
    content = '';
    y = page.height - page.top;
  };
  for (const line of lines) {
    const needed = leading + line.above;
    // A heading is never the last line of a page.
    if (y - needed - (line.size > size ? 2 * leading : 0) < page.bottom) close();
    y -= content === '' ? leading : needed;
    content += show(line.text, line.size, page.left + line.left, y);
  }
  close();
  return pages;
}

function show(text: string, fontSize: number, x: number, y: number): string {
  const hex = [...text]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('');
  return `BT /F1 ${fontSize} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hex}> Tj ET\n`;
}

/**
 * A PDF of pages with these contents, in a font whose codes are those of Unicode.
 * @param letters further commands of the table from codes to characters
 */
export function printPdf(contents: string[], trailer = '', letters = ''): Uint8Array {
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
100 beginbfrange
${Array.from({ length: 100 }, (_, index) => range(index)).join('\n')}
endbfrange
100 beginbfrange
${Array.from({ length: 100 }, (_, index) => range(index + 100)).join('\n')}
endbfrange
56 beginbfrange
${Array.from({ length: 56 }, (_, index) => range(index + 200)).join('\n')}
endbfrange
${letters}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  const stream = (text: string): string =>
    `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 [250] 46 [500] 48 57 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    stream(toUnicode),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + 2 * index} 0 R >>`,
      stream(content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(file);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(file);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file);
}

/** The 256 codes of a row of Unicode mean themselves. */
function range(row: number): string {
  const hex = row.toString(16).padStart(2, '0');
  return `<${hex}00> <${hex}FF> <${hex}00>`;
}
