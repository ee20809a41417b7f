import type { BookNames } from '../../edition/book-names.ts';
import { escapeHtml } from '../../lib/html.ts';
import { light } from '../../styles/palette.ts';
import type { Section } from './sections.ts';
import { bookStyle } from './style.ts';
import { titlePage } from './title-page.ts';

/**
 * The whole book as one HTML page for a browser to print: title page, table of contents, a new page for each section.
 * @param fontFaces `@font-face` rules for the family `Book`, so that no machine's own fonts are asked for.
 */
export function printPage(sections: readonly Section[], names: BookNames, fontFaces: string): string {
  const contents = sections
    .map(({ id, title, places }) => {
      const inner = places
        .map((place) => `<li><a href="#${place.id}">${escapeHtml(place.title)}</a></li>`)
        .join('');
      return `<li><a href="#${id}">${escapeHtml(title)}</a><ol>${inner}</ol></li>`;
    })
    .join('');
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>${escapeHtml(names.name.zh)}</title><style>
${fontFaces}
@page { size: A5; margin: 18mm 16mm 20mm; }
body { margin: 0; color: ${light.ink}; font-family: Book, serif; font-size: 10pt; }
${bookStyle}
main > section, nav { break-before: page; }
.title { padding-top: 30%; text-align: center; }
.title h1 { text-align: center; font-size: 28pt; letter-spacing: .15em; }
.title p { text-align: center; text-indent: 0; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav ol ol { padding-left: 2em; font-size: .9em; }
nav > ol > li { margin-top: .6em; break-inside: avoid; }
nav a { color: inherit; text-decoration: none; }
</style></head><body>
<div class="title">${titlePage(names)}</div>
<nav><h1>目录</h1><ol>${contents}</ol></nav>
<main>${sections.map(({ id, xhtml }) => `<section id="${id}">${xhtml}</section>`).join('\n')}</main>
</body></html>
`;
}
