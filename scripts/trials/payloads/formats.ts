import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { payloads as listPayloads } from '../../../samples/payloads.ts';
import { packDocx, paragraph } from '../../../samples/formats/write-docx.ts';
import { printPdf } from '../../../samples/formats/print-pdf.ts';
import { escapeHtml } from '../../../src/lib/html/escape.ts';
import { projectRoot } from '../../lib/environment.ts';

/** Payloads in a rule, and rules in a chapter. */
const [perRule, perChapter] = [15, 10];
const png = () => readFileSync(join(projectRoot, 'public', 'icon-192.png'));

/** A rule of a book of payloads; the first rule of a chapter names it. */
interface PayloadRule {
  chapter: string | undefined;
  title: string;
  payloads: string[];
}

function rulesOf(count: number): PayloadRule[] {
  const all = listPayloads(count);
  return Array.from({ length: Math.ceil(count / perRule) }, (_, index) => ({
    chapter:
      index % perChapter === 0
        ? `第${'一二三四五六七八九'.charAt(index / perChapter)}章 坐下来谈${all[index * perRule] ?? ''}`
        : undefined,
    title: `先倒水${String(index)}${all[index * perRule + 1] ?? ''}`,
    payloads: all.slice(index * perRule, (index + 1) * perRule),
  }));
}

const sentence = (index: number, payload: string): string =>
  `茶凉了可以再烧，话凉了就难热${payload}。客人来了先倒水，再坐下来谈第${String(index)}件事。`;

/** Hostile addresses of links. */
const addresses = (payload: string): string[] => [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  `https://evil.example/?${payload}`,
  payload,
  `java\tscript:alert(1)`,
  '\\\\evil.example\\x',
];

/** A Word document: text, notes, comments, tables, links, alternative texts, bookmarks, fields, headers, names of parts, metadata. */
function docx(count: number): Uint8Array {
  const relation = (id: string, type: string, target: string, mode = ' TargetMode="External"') =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${escapeHtml(target)}"${mode}/>`;
  let relations = '';
  let links = 0;
  const all = listPayloads(count);
  const link = (payload: string): string => {
    links += 1;
    const id = `rIdL${String(links)}`;
    relations += relation(id, 'hyperlink', addresses(payload)[links % 7] ?? '');
    return `<w:p><w:hyperlink r:id="${id}" w:tooltip="${escapeHtml(payload)}"><w:r><w:t>${escapeHtml(`看这里${payload}`)}</w:t></w:r></w:hyperlink></w:p>`;
  };
  const picture = (payload: string) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="${escapeHtml(payload)}" descr="${escapeHtml(payload)}" title="${escapeHtml(payload)}"/><a:graphic><a:graphicData><a:blip r:embed="rIdP"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>${paragraph(`图1 ${payload}`, '<w:pStyle w:val="a3"/>')}`;
  const field = (payload: string) =>
    `<w:p><w:fldSimple w:instr="${escapeHtml(`HYPERLINK "javascript:alert(1)" \\o "${payload}"`)}"><w:r><w:t>${escapeHtml(`域${payload}`)}</w:t></w:r></w:fldSimple></w:p>`;
  const mark = (payload: string) =>
    `<w:p><w:bookmarkStart w:id="0" w:name="${escapeHtml(payload)}"/><w:r><w:t>${escapeHtml(`书签${payload}`)}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>`;
  const table = (payload: string) =>
    `<w:tbl><w:tr><w:tc>${paragraph(`项${payload}`)}</w:tc><w:tc>${paragraph(payload)}</w:tc></w:tr><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;
  const note = '<w:p><w:r><w:t>有注</w:t><w:footnoteReference w:id="1"/></w:r></w:p>';
  const extras = [link, picture, field, mark, table, () => note];
  const body = rulesOf(count).flatMap(({ chapter, title, payloads }, index) => [
    ...(chapter === undefined ? [] : [paragraph(chapter.replace(/^第.章 /, ''), '<w:pStyle w:val="1"/>')]),
    paragraph(title, '<w:pStyle w:val="2"/>'),
    ...payloads.flatMap((payload, at) => [
      paragraph(sentence(at, payload)),
      (extras[(index + at) % extras.length] ?? link)(payload),
    ]),
  ]);
  const name = `word/media/<img src=x onerror=alert(1)>.png`;
  relations += relation('rIdP', 'image', name.replace('word/', ''), '');
  const [first = ''] = all;
  return packDocx(body.join('\n'), {
    notes: [first],
    title: `书${all[1] ?? ''}`,
    author: all[2] ?? '',
    relations,
    files: {
      [name]: png(),
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="${escapeHtml(first)}">${paragraph(first)}</w:comment></w:comments>`,
    },
  });
}

/** An EPUB whose package, navigation and names of parts hold payloads as well, and whose pages hold them as live markup where XML can. */
function epub(count: number): Uint8Array {
  const all = listPayloads(count);
  const rules = rulesOf(count);
  const page = (title: string, body: string) =>
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>${escapeHtml(title)}</title><script>alert(1)</script><link rel="stylesheet" href="https://evil.example/x.css"/></head><body onload="alert(1)">${body}</body></html>`;
  const block = (payload: string, index: number) =>
    `<p onclick="alert(1)" id="${escapeHtml(payload)}" title="${escapeHtml(payload)}">${escapeHtml(sentence(index, payload))}</p>
<p><a href="${escapeHtml(addresses(payload)[index % 7] ?? '')}">${escapeHtml(payload)}</a> <img src="../images/${escapeHtml('p"><svg onload=alert(1)>.png')}" alt="${escapeHtml(payload)}" onerror="alert(1)"/></p>
<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg><iframe src="javascript:alert(1)"></iframe><script>alert(1)</script>`;
  const pages = rules.map(({ chapter, title, payloads }, index) => ({
    // Names of parts become addresses.
    name: `text/${String(index)}"><img src=x onerror=alert(1)>.xhtml`,
    title: chapter ?? title,
    body: `${chapter === undefined ? '' : `<h2>${escapeHtml(chapter)}</h2>`}<h3>${escapeHtml(`${title}`)}</h3>${payloads.map(block).join('')}`,
  }));
  const dc = (name: string, at: number) => `<dc:${name}>${escapeHtml(`${all[at] ?? ''}`)}</dc:${name}>`;
  const files: Record<string, string | Uint8Array> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'O/b.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${['title', 'creator', 'publisher', 'rights', 'description', 'identifier', 'date', 'language', 'subject'].map(dc).join('')}</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${pages.map(({ name }, index) => `<item id="c${String(index)}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${pages.map((_, index) => `<itemref idref="c${String(index)}"/>`).join('')}</spine></package>`,
    'O/nav.xhtml': page(
      '目录',
      `<nav epub:type="toc"><ol>${pages.map(({ name, title }) => `<li><a href="${encodeURI(name)}">${escapeHtml(title)}</a></li>`).join('')}</ol></nav>`,
    ),
    'O/images/p"><svg onload=alert(1)>.png': png(),
    ...Object.fromEntries(pages.map(({ name, title, body }) => [`O/${name}`, page(title, body)])),
  };
  return zipped(files);
}

const zipped = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [
        name,
        typeof part === 'string' ? new TextEncoder().encode(part) : part,
      ]),
    ),
  );

/** A web page: payloads as text in what is shown, and as live markup between the paragraphs. */
function html(count: number): Uint8Array {
  const [first = ''] = listPayloads(count);
  const rules = rulesOf(count).flatMap(({ chapter, title, payloads }) => [
    ...(chapter === undefined ? [] : [`<h1>${escapeHtml(chapter)}</h1>`]),
    `<h2>${escapeHtml(title)}</h2>`,
    ...payloads.flatMap((payload, at) => [
      `<p>${escapeHtml(sentence(at, payload))}</p>`,
      // Payloads that close or open elements would swallow the rest of the book.
      /<\/|-->|\]\]>|<(?:template|noscript|xmp|script|style|object|iframe|math|svg|marquee|video|audio)/i.test(
        payload,
      )
        ? `<p><img src="data:image/png;base64,${png().toString('base64')}" alt="${escapeHtml(payload)}" onload="alert(1)"></p>`
        : `<p>${payload}</p>`,
      `<p><a href="${escapeHtml(addresses(payload)[at % 7] ?? '')}" title="${escapeHtml(payload)}" onclick="alert(1)">${escapeHtml(`看${payload}`)}</a></p>`,
    ]),
  ]);
  return Buffer.from(
    `<!doctype html><html onclick="alert(1)"><head><meta charset="utf-8"><title>${escapeHtml(first)}</title><meta name="author" content="${escapeHtml(first)}"><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:alert(1)"></head><body onload="alert(1)">${rules.join('\n')}<script>alert(1)</script></body></html>`,
  );
}

/** Markdown: payloads as they are, in headings, tables, notes, pictures and links. */
function markdown(count: number): Uint8Array {
  const rules = rulesOf(count).flatMap(({ chapter, title, payloads }, index) => [
    ...(chapter === undefined ? [] : [`# ${chapter}`]),
    `## ${title}`,
    ...payloads.flatMap((payload, at) => [
      sentence(at, payload),
      [
        `![${payload}](data:image/png;base64,AAAA "${payload}")`,
        `[看${payload}](<${(addresses(payload)[index % 7] ?? '').replace(/[<>\n]/g, '')}>)`,
        `| 项 | ${payload.replaceAll('|', '')} |\n|---|---|\n| 甲 | ${payload.replaceAll('|', '')} |`,
        `有注[^n${String(index)}-${String(at)}]\n\n[^n${String(index)}-${String(at)}]: ${payload}`,
        `- ${payload}\n- ${payload}`,
      ][at % 5] ?? '',
    ]),
  ]);
  const [first = ''] = listPayloads(count);
  return Buffer.from(
    `---\ntitle: ${JSON.stringify(first)}\nauthor: ${JSON.stringify(first)}\n---\n\n${rules.join('\n\n')}\n`,
  );
}

/** A PDF: payloads as text, in its metadata and bookmarks, and links that lead to scripts. */
function pdf(count: number): Uint8Array {
  const show = (text: string, size: number, y: number) =>
    `BT /F1 ${String(size)} Tf 1 0 0 1 40 ${String(y)} Tm <${[...text]
      .map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
      .join('')}> Tj ET\n`;
  const pages = rulesOf(count).map(({ chapter, title, payloads }) =>
    [
      ...(chapter === undefined ? [] : [show(chapter, 18, 560)]),
      show(title, 14, 530),
      ...payloads.map((payload, at) => show(sentence(at, payload).slice(0, 200), 10, 500 - 28 * at)),
    ].join(''),
  );
  const [first = '', second = ''] = listPayloads(count);
  const hex = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  const file = Buffer.from(
    printPdf(pages, {
      trailer: `/Info << /Title ${hex(`书${first}`)} /Author ${hex(second)} /Subject ${hex(first)} >>`,
    }),
  ).toString('latin1');
  const action =
    '/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >>';
  const link =
    '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 400 600] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>]';
  return Buffer.from(
    file
      .replace('/Type /Catalog', `/Type /Catalog ${action}`)
      .replaceAll('/Type /Page ', `/Type /Page ${link} `)
      // The table of objects is wrong now, so readers search for the objects.
      .replace(/startxref\n\d+/, 'startxref\n0'),
    'latin1',
  );
}

const writers = { docx, epub, html, md: markdown, pdf };

/**
 * Write a book in every format, with payloads in the fields of that format.
 * @returns the paths of the books
 */
export function writePayloadFormats(folder: string, count: number): string[] {
  return Object.entries(writers).map(([ending, write]) => {
    const path = join(folder, `book<img src=x onerror=alert(1)>.${ending}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, write(count));
    return path;
  });
}
