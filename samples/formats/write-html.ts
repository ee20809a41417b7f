import { escapeHtml } from '../../src/lib/html/escape.ts';
import { itemsOf, type FormatBook, type FormatChapter, type FormatItem } from './book.ts';

/** A book as one web page, its picture written into it. */
export function writeHtml(book: FormatBook): string {
  const body = book.chapters.map((chapter) => writeHtmlChapter(book, chapter, dataAddress)).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(book.title)}</title><style>p { margin: 0 }</style></head>
<body><nav><a href="/">首页</a></nav><h1>${escapeHtml(book.title)}</h1>
${body}
<!-- 校对：第二遍 -->
</body></html>
`;
}

/** A chapter's elements, as XHTML. @param address where a picture is found */
export function writeHtmlChapter(
  book: FormatBook,
  chapter: FormatChapter,
  address: (png: Uint8Array) => string,
): string {
  return itemsOf(book, chapter)
    .map((item) => writeItem(item, address))
    .join('\n');
}

function dataAddress(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

function writeItem(item: FormatItem, address: (png: Uint8Array) => string): string {
  switch (item.kind) {
    case 'heading': {
      const name = `h${item.level + 1}`;
      return `<${name}>${escapeHtml(`${item.label} ${item.title}`)}</${name}>`;
    }
    case 'article':
      return `<p><b>${escapeHtml(item.label)}</b>　${escapeHtml(item.text)}</p>`;
    case 'paragraph':
      return item.note === undefined
        ? `<p>${escapeHtml(item.text)}</p>`
        : `<p>${escapeHtml(item.text)}<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
<aside id="fn1" role="doc-footnote"><p><a href="#fnref1">1</a> ${escapeHtml(item.note)}</p></aside>`;
    case 'list':
      return writeList(item.items);
    case 'picture':
      return `<figure><img src="${address(item.png)}" alt=""/><figcaption>${escapeHtml(item.caption)}</figcaption></figure>`;
    case 'table':
      return `<table>${item.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
  }
}

/** A list inside a list belongs into the item before it. */
function writeList(items: (string | string[])[]): string {
  const written = items.flatMap((item, index) => {
    if (typeof item !== 'string') return [];
    const inner = items[index + 1];
    return [`<li>${escapeHtml(item)}${typeof inner === 'object' ? writeList(inner) : ''}</li>`];
  });
  return `<ul>${written.join('')}</ul>`;
}
