import { absolute, localPath, type Language, type SiteRoot } from '../../lib/book/addresses.ts';
import { frameMarkup, frameSize } from '../../lib/html/shared-markup.ts';

/** The frame that shows an entry on another page. */
export const embedHtml = (root: SiteRoot, lang: Language, path: string, title: string): string =>
  frameMarkup(absolute(root, ''), localPath(lang, `embed/${path}`), title);

/**
 * oEmbed 1.0 response of type `rich` (oembed.com) for the entry at `path`: `rules/01-02/`.
 * @param book title of the book
 */
export function oEmbed(root: SiteRoot, lang: Language, path: string, title: string, book: string): object {
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: book,
    provider_url: absolute(root, localPath(lang, '')),
    ...frameSize,
    html: embedHtml(root, lang, path, title),
    thumbnail_url: absolute(root, localPath(lang, `${path}card.png`)),
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}

/** `/embed/resize.js`: on the page around an embedded rule, gives its frame the height that it reports. */
export function resizeScript(root: SiteRoot): string {
  return `addEventListener('message', function (event) {
  if (event.origin !== ${JSON.stringify(root.origin)} || !event.data || typeof event.data.handbookHeight !== 'number') return;
  document.querySelectorAll('iframe').forEach(function (frame) {
    if (frame.contentWindow === event.source) frame.style.height = event.data.handbookHeight + 'px';
  });
});
`;
}
