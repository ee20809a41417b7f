import { strToU8, zipSync } from 'fflate';
import { escapeHtml } from '../../src/lib/html/escape.ts';
import { blocksOf, chapterLevel, itemsOf, picturesOf, type FormatBook, type FormatItem } from './book.ts';

/** How headings are made: by styles with Word's own numbering, or as bold lines with numbers typed in. */
export type DocxHeadings = 'styles' | 'bold';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A book as a Word document. */
export function writeDocx(book: FormatBook, headings: DocxHeadings): Uint8Array {
  const items = book.chapters.flatMap((chapter) => itemsOf(book, chapter));
  const title = headings === 'styles' ? paragraph(book.title, '<w:pStyle w:val="Title"/>') : bold(book.title);
  return packDocx([title, ...items.map((item) => writeItem(item, headings))].join('\n'), {
    notes: blocksOf(book).flatMap((block) =>
      block.kind === 'paragraph' && block.note !== undefined ? [block.note] : [],
    ),
    picture: picturesOf(book)[0],
    title: book.title,
    author: book.author,
    files: { 'word/numbering.xml': numberingOf(headingPatterns(book)) },
  });
}

/** How Word is to number a level of headings: `第%1章`. */
interface Pattern {
  text: string;
  /** It starts anew where a higher level begins. */
  restarts: boolean;
}

/** The patterns of a book's levels, told from its first labels. */
function headingPatterns(book: FormatBook): Pattern[] {
  const level = chapterLevel(book);
  const ruled = book.chapters.filter(({ rules }) => rules.some(({ title }) => title !== ''));
  const labels = [
    ...(level === 2 ? [book.chapters.flatMap(({ part }) => (part ? [part.label] : []))] : []),
    book.chapters.map(({ label }) => label),
    ruled.map(({ rules }) => rules[0]?.label ?? ''),
  ];
  return labels.map(([first = '', second], index) => ({
    text: /^\d+\.\d+$/.test(first)
      ? `%${index}.%${index + 1}`
      : first.replace(/[一二三四五六七八九十百]+/, `%${index + 1}`),
    restarts: second === undefined || second === first || second.endsWith('.1'),
  }));
}

interface DocxParts {
  notes?: string[];
  picture?: Uint8Array | undefined;
  title?: string;
  author?: string;
  /** Further files of the archive. */
  files?: Record<string, string | Uint8Array>;
  /** Further relations of the main part. */
  relations?: string;
}

/** A Word document of the elements in its body. */
export function packDocx(
  body: string,
  { notes = [], picture, title = '', author = '', files = {}, relations: more = '' }: DocxParts = {},
): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${relations}/footnotes" Target="footnotes.xml"/><Relationship Id="rId4" Type="${relations}/image" Target="media/image1.png"/>${more}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${w} xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numberingOf([
      { text: '第%1章', restarts: true },
      { text: '%1.%2', restarts: true },
    ]),
    'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${notes.map((note, index) => `<w:footnote w:id="${index + 1}">${paragraph(` ${note}`)}</w:footnote>`).join('')}</w:footnotes>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(author)}</dc:creator></cp:coreProperties>`,
    ...(picture ? { 'word/media/image1.png': picture } : {}),
    ...files,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const styles = `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style></w:styles>`;

/** Three numberings: 1 of headings, 2 of lists, 3 of articles. */
function numberingOf(patterns: Pattern[]): string {
  const levels = patterns.map(
    ({ text, restarts }, index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${text.includes('.') ? 'decimal' : 'chineseCountingThousand'}"/>${restarts ? '' : '<w:lvlRestart w:val="0"/>'}<w:pStyle w:val="${index + 1}"/>${text.includes('.') ? '<w:isLgl/>' : ''}<w:suff w:val="space"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  const bullet = (level: number): string =>
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>`;
  return `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${levels.join('\n')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${bullet(0)}${bullet(1)}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1条　"/></w:lvl></w:abstractNum>
${[1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`).join('')}</w:numbering>`;
}

/** A paragraph of one run. */
export function paragraph(text: string, properties = '', run = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`;
}

function bold(text: string): string {
  return paragraph(text, '', '<w:b/><w:sz w:val="28"/>');
}

function heading(label: string, title: string, level: number, headings: DocxHeadings): string {
  return headings === 'bold' ? bold(`${label} ${title}`) : paragraph(title, `<w:pStyle w:val="${level}"/>`);
}

function article(label: string, text: string, headings: DocxHeadings): string {
  if (headings === 'styles') return item(text, 3, 0);
  const parts = [`<w:r><w:rPr><w:b/></w:rPr><w:t>${escapeHtml(label)}</w:t></w:r>`, run(`　${text}`)];
  return `<w:p>${parts.join('')}</w:p>`;
}

const item = (text: string, list: number, level: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`;

function writeItem(block: FormatItem, headings: DocxHeadings): string {
  switch (block.kind) {
    case 'heading':
      return heading(block.label, block.title, block.level, headings);
    case 'article':
      return article(block.label, block.text, headings);
    case 'paragraph':
      return block.note === undefined
        ? paragraph(block.text)
        : paragraph(block.text).replace('</w:p>', '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>');
    case 'list':
      return block.items
        .flatMap((each) =>
          typeof each === 'string' ? [item(each, 2, 0)] : each.map((inner) => item(inner, 2, 1)),
        )
        .join('');
    case 'picture':
      return `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="1"/><a:graphic><a:graphicData><a:blip r:embed="rId4"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>${paragraph(block.caption, '<w:pStyle w:val="a3"/>')}`;
    case 'table':
      return `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  }
}
