import { escapeHtml } from '../../lib/html/escape.ts';
import type { EpubBook } from './epub-book.ts';
import { contentsLines, type ContentsLine } from './navigation.ts';

/** Where a line leads; a part, which has no place of its own, to its first chapter. */
const placeOf = ({ href, inner }: ContentsLine): string => href ?? inner[0]?.href ?? 'nav.xhtml';

/**
 * `toc.ncx`: the table of contents as EPUB 2 had it. Readers older than EPUB 3, such as Kobo's for books that are copied
 * to it and many reading apps, know no other.
 */
export function ncx({ identifier, title, sections }: EpubBook): string {
  let count = 0;
  const points = (lines: readonly ContentsLine[]): string =>
    lines
      .map((line) => {
        count += 1;
        const start = `<navPoint id="point-${String(count)}"><navLabel><text>${escapeHtml(line.title)}</text></navLabel><content src="${placeOf(line)}"/>`;
        return `${start}${points(line.inner)}</navPoint>`;
      })
      .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="${escapeHtml(identifier)}"/></head>
<docTitle><text>${escapeHtml(title)}</text></docTitle>
<navMap>
${points(contentsLines(sections))}
</navMap>
</ncx>
`;
}
