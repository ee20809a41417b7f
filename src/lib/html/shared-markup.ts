import { escapeHtml } from './escape.ts';

/**
 * HTML for the clipboard: a title as a link, its citation below it. It has only what PowerPoint, WPS, Keynote and mail programs
 * all keep: a paragraph, a link, bold type and a line break.
 */
export const richLink = (url: string, name: string, citation: string): string =>
  `<p><a href="${escapeHtml(url)}"><b>${escapeHtml(name)}</b></a><br>${escapeHtml(citation)}</p>`;

/** Size of a frame until the page in it reports its height. */
export const frameSize = { width: 680, height: 460 };

/**
 * The frame that shows an entry on another page, and the script there that fits it to its content.
 * @param root address of the site, with its last slash
 * @param path of the page for frames, below the root
 */
export const frameMarkup = (root: string, path: string, title: string): string =>
  `<iframe src="${escapeHtml(root + path)}" title="${escapeHtml(title)}" width="${frameSize.width}" height="${frameSize.height}" style="border:0;width:100%;max-width:${frameSize.width}px" loading="lazy"></iframe><script src="${escapeHtml(`${root}embed/resize.js`)}" async></script>`;
