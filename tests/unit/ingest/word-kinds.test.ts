import { expect, test } from 'vitest';
import { noOverrides } from '../../../scripts/ingest/corrections/overrides.ts';
import { outlineBook } from '../../../scripts/ingest/run/outline-book.ts';
import { readDocx } from '../../../scripts/ingest/source/docx/read-docx.ts';
import { packDocx, paragraph } from '../../../samples/formats/write-docx.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const styled = (text: string, style: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`);
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** Lines with text: `# ` and the like before headings. */
function shown(bytes: Uint8Array): string[] {
  return readDocx(bytes)
    .lines.filter(({ text }) => text.trim() !== '')
    .map(({ text, format }) =>
      format?.kind === 'heading' ? `${'#'.repeat(format.level ?? 0)} ${text}` : text,
    );
}

/** Styles as WPS writes them: ids that are numbers, names in Chinese, some of the editor's own. */
const wps = `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="正文"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 1"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="标题 2"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="41"><w:name w:val="章名"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="42"><w:name w:val="法则名"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`;

test('styles by their Chinese names, by what they are based on, and by outline levels', () => {
  const body = [
    styled('第一章 先看灯', '2'),
    styled('1.1 看三遍', '3'),
    paragraph('先看灯再看门。'),
    styled('第二章 再看门', '41'),
    styled('2.1 推一推', '42'),
    paragraph('门要推一推。'),
    paragraph('第三章 后上锁', '<w:outlineLvl w:val="0"/>'),
    paragraph('锁要转两圈。', '<w:outlineLvl w:val="9"/>'),
  ].join('');
  expect(shown(packDocx(body, { files: { 'word/styles.xml': wps } }))).toEqual([
    '# 第一章 先看灯',
    '## 1.1 看三遍',
    '先看灯再看门。',
    '# 第二章 再看门',
    '## 2.1 推一推',
    '门要推一推。',
    '# 第三章 后上锁',
    '锁要转两圈。',
  ]);
});

test('numbers that Word computes are text, in lists and in headings without a style', () => {
  const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1章　"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;
  const item = (text: string, list: number, level: number): string =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const body = [
    item('先看灯', 1, 0),
    item('看三遍', 1, 1),
    paragraph('先看灯再看门。'),
    item('点数', 2, 0),
    item('签字', 2, 0),
    item('摸两遍', 1, 1),
    item('再看门', 1, 0),
    item('推一推', 1, 1),
  ].join('');
  expect(shown(packDocx(body, { files: { 'word/numbering.xml': numbering } }))).toEqual([
    '第一章 先看灯',
    '1.1 看三遍',
    '先看灯再看门。',
    '（一）点数',
    '（二）签字',
    '1.2 摸两遍',
    '第二章 再看门',
    '2.1 推一推',
  ]);
});

test('headings in text boxes, content controls and cells of a table that arranges the page', () => {
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="1"/><a:graphic><a:graphicData><w:txbxContent>${styled('第一章 先看灯', '2')}</w:txbxContent></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${styled('第一章 先看灯', '2')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const control = `<w:sdt><w:sdtPr/><w:sdtContent>${styled('1.1 看三遍', '3')}</w:sdtContent></w:sdt>`;
  const cell = (content: string): string => `<w:tc><w:tcPr/>${content}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell(styled('1.2 摸两遍', '3'))}${cell(paragraph('摸过才算数。'))}</w:tr></w:tbl>`;
  expect(
    shown(
      packDocx(`${box}${control}${paragraph('先看灯再看门。')}${table}`, {
        files: { 'word/styles.xml': wps },
      }),
    ),
  ).toEqual(['# 第一章 先看灯', '## 1.1 看三遍', '先看灯再看门。', '## 1.2 摸两遍', '摸过才算数。']);
});

test('a table of contents by fields keeps its pages, and soft returns and tabs are kept', () => {
  const entry = (text: string, page: number): string =>
    `<w:p><w:hyperlink w:anchor="_Toc${page}">${run(text)}<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc${page} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(String(page))}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>`;
  const body = [
    paragraph('目录'),
    entry('第一章 先看灯', 3),
    entry('第二章 再看门', 9),
    styled('第一章 先看灯', '2'),
    `<w:p>${run('早班：')}<w:r><w:tab/></w:r>${run('看三遍')}<w:r><w:br/></w:r>${run('晚班：')}<w:r><w:tab/></w:r>${run('看两遍')}</w:p>`,
    styled('第二章 再看门', '2'),
    paragraph('门要推一推。'),
  ].join('');
  expect(shown(packDocx(body, { files: { 'word/styles.xml': wps } }))).toEqual([
    '目录',
    '第一章 先看灯\t3',
    '第二章 再看门\t9',
    '# 第一章 先看灯',
    '早班：\t看三遍',
    '晚班：\t看两遍',
    '# 第二章 再看门',
    '门要推一推。',
  ]);
});

test('tracked changes stand as accepted, and what is left out is listed', () => {
  const comments = `<w:comments ${w}><w:comment w:id="0">${paragraph('这里再核一遍')}</w:comment></w:comments>`;
  const source = readDocx(
    packDocx(
      `<w:p>${run('先看')}<w:del w:id="1"><w:r><w:delText>门</w:delText></w:r></w:del><w:ins w:id="2">${run('灯')}</w:ins><w:commentRangeStart w:id="0"/>${run('再看门。')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p><w:moveFrom w:id="3">${run('搬走的话')}</w:moveFrom><w:moveTo w:id="4">${run('搬来的话')}</w:moveTo></w:p>`,
      {
        files: { 'word/comments.xml': comments },
        relations:
          '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>',
      },
    ),
  );
  expect(source.lines.map(({ text }) => text).filter((text) => text !== '')).toEqual([
    '先看灯再看门。',
    '搬来的话',
  ]);
  expect(source.leftOut.map(({ what, text }) => `${what}: ${text ?? ''}`)).toEqual([
    'deleted tracked changes: 门',
    'deleted tracked changes: 搬走的话',
    'comments: 这里再核一遍',
  ]);
});

test('a list of headings that Word or WPS made is left out, unless it has pages and is called 目录', () => {
  const field = (title: string, page: number): string =>
    `<w:p><w:r><w:instrText xml:space="preserve"> HYPERLINK \\l _Toc1 </w:instrText></w:r>${run(title)}<w:r><w:tab/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF _Toc1 </w:instrText></w:r>${run(String(page))}</w:p>`;
  const titles = ['先看灯', '再看门', '后上锁'];
  const list = titles.map((title, index) => field(title, index + 1)).join('');
  const text = titles.map((title) => styled(title, '1') + paragraph('看完才算数。')).join('');
  const headed = titles.flatMap((title) => [`# ${title}`, '看完才算数。']);
  const without = (lines: string[]): string[] => lines.map((line) => line.replace(/^# \S* /, '# '));
  expect(without(shown(packDocx(paragraph('看门手册') + list + text)))).toEqual(['看门手册', ...headed]);
  expect(without(shown(packDocx(paragraph('目录') + list + text)))).toEqual([
    '目录',
    ...titles.map((title, index) => `${title}\t${index + 1}`),
    ...headed,
  ]);
});

test('bold lines without numbers head chapters, those of the title page do not', () => {
  const bold = (text: string): string => paragraph(text, '', '<w:b/>');
  const prose = '先看灯再看门，看完才算数，不看不算。'.repeat(4);
  const titles = ['灯怎么看：', '门怎么推', '锁怎么上（夜班）', '走以前做什么'];
  const body = [
    bold('看门手册'),
    bold('给夜班的人'),
    paragraph('顾云舟'),
    ...titles.flatMap((title) => [bold(title), paragraph(prose), paragraph(prose)]),
  ].join('');
  const source = readDocx(packDocx(body));
  const { found } = outlineBook(source.text, source.lines, source.controls, noOverrides());
  expect(found.chapters.map(({ data }) => data.title.zh)).toEqual(titles);
});

/** A table of these rows; `*` before a cell's text makes it as wide as the table. */
function tableOf(rows: string[][]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const cell = (text: string): string => {
    const span = text.startsWith('*') ? `<w:tcPr><w:gridSpan w:val="${width}"/></w:tcPr>` : '';
    return `<w:tc>${span}${paragraph(text.replace(/^\*/, ''))}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

test('a table’s title over all its columns and a remark below them are paragraphs, what parts its rows is a row', () => {
  const { lines } = readDocx(
    packDocx(
      paragraph('泵房守则') +
        tableOf([
          ['*一、检查记录'],
          ['泵', '次数'],
          ['甲', '3'],
          ['*夜班'],
          ['乙', '2'],
          ['*签字以后交给班长。'],
        ]),
    ),
  );
  const kinds = lines.filter(({ text }) => text !== '').map(({ text, format }) => `${format?.kind}: ${text}`);
  expect(kinds).toEqual([
    'paragraph: 泵房守则',
    'paragraph: 一、检查记录',
    'table: 泵\t次数',
    'table: 甲\t3',
    'table: 夜班',
    'table: 乙\t2',
    'paragraph: 签字以后交给班长。',
  ]);
});

test('letters of a font of signs are the signs that they draw', () => {
  const drawn = (text: string, font: string): string =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r>`;
  const body = `<w:p>${run('可以：')}${drawn('ü', 'Wingdings')}${run('；不可以：')}${drawn('O', 'Wingdings 2')}${run('；OK')}<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r></w:p>`;
  expect(shown(packDocx(body))).toEqual(['可以：✓；不可以：✗；OK☑']);
});
