import { escapeHtml } from '../../src/lib/html.ts';
import type { FormatBlock, FormatBook } from './book.ts';

/** A book as one web page, its picture written into it. */
export function writeHtml(book: FormatBook): string {
  const body = book.chapters.map((chapter) => writeHtmlChapter(chapter, dataAddress)).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(book.title)}</title><style>p { margin: 0 }</style></head>
<body><nav><a href="/">首页</a></nav><h1>${escapeHtml(book.title)}</h1>
${body}
<!-- 校对：第二遍 -->
</body></html>
`;
}

/** A chapter's elements, as XHTML. @param address of a picture */
export function writeHtmlChapter(
  { label, title, rules }: FormatBook['chapters'][number],
  address: (png: Uint8Array) => string,
): string {
  const parts = [`<h2>${escapeHtml(`${label} ${title}`)}</h2>`];
  for (const rule of rules)
    parts.push(
      `<h3>${escapeHtml(`${rule.label} ${rule.title}`)}</h3>`,
      ...rule.blocks.map((block) => writeBlock(block, address)),
    );
  return parts.join('\n');
}

function dataAddress(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

function writeBlock(block: FormatBlock, address: (png: Uint8Array) => string): string {
  switch (block.kind) {
    case 'paragraph':
      return block.note === undefined
        ? `<p>${escapeHtml(block.text)}</p>`
        : `<p>${escapeHtml(block.text)}<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
<aside id="fn1" role="doc-footnote"><p><a href="#fnref1">1</a> ${escapeHtml(block.note)}</p></aside>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'picture':
      return `<figure><img src="${address(block.png)}" alt=""/><figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
  }
}
