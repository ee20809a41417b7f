/** Points of a page. */
export const pageSize = { width: 420, height: 595 };

/** A picture of red, green and blue values, which pages draw as `/I0`, `/I1` and so on. */
export interface PdfPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

interface Extras {
  /** Further entries of the trailer. */
  trailer?: string;
  /** Further commands of the table that maps codes to characters. */
  letters?: string;
  pictures?: PdfPicture[];
}

/** A PDF of pages with these contents, in a font whose codes are those of Unicode. */
export function printPdf(
  contents: string[],
  { trailer = '', letters = '', pictures = [] }: Extras = {},
): Uint8Array {
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
  const firstPicture = 7 + 2 * contents.length;
  const drawn = pictures.map((_, index) => `/I${index} ${firstPicture + index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, index) => `${7 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 [250] 46 [500] 48 57 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    stream(toUnicode),
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageSize.width} ${pageSize.height}] /Resources << /Font << /F1 3 0 R >> /XObject << ${drawn} >> >> /Contents ${8 + 2 * index} 0 R >>`,
      stream(content),
    ]),
    ...pictures.map(
      ({ width, height, pixels }) =>
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${2 * pixels.length + 1} >>\nstream\n${Buffer.from(pixels).toString('hex')}>\nendstream`,
    ),
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

/** The 256 codes of a row of Unicode are its characters in order. */
function range(row: number): string {
  const hex = row.toString(16).padStart(2, '0');
  return `<${hex}00> <${hex}FF> <${hex}00>`;
}
