import { decodeEntities } from '../../../src/lib/html/entities.ts';
import { bounds, readBeside } from './bounds.ts';
import { addressesIn, distinct, type FoundAddress, type Slide } from './document.ts';
import { qrInPicture } from './qr-in-picture.ts';

/** The bytes of a picture in the page itself or in a file beside it; `undefined` for any other picture. */
export function localPicture(source: string, directory: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpe?g);base64,(.+)$/s.exec(source)?.[1];
  if (data !== undefined) return Buffer.from(data, 'base64');
  if (/^[a-z]+:|^\/\//i.test(source)) return undefined;
  return readBeside(source, directory);
}

/**
 * Remove the content of script and style elements. The search goes on from the end of each, so that a thousand unclosed elements take
 * no longer than one.
 */
function withoutScripts(html: string): string {
  const lower = html.toLowerCase();
  let kept = '';
  let at = 0;
  const opening = /<(script|style)\b/gi;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const end = lower.indexOf(`</${(match[1] ?? '').toLowerCase()}`, match.index);
    kept += html.slice(at, match.index);
    if (end < 0) return kept;
    at = end;
    opening.lastIndex = end + 1;
  }
  return kept + html.slice(at);
}

/** Read an HTML page. The sections of a reveal.js deck count as slides. */
export function readHtml(html: string, directory: string): Slide[] {
  const parts = html.split(/(?=<section[\s>])/);
  const hasSections = parts.length > 1;
  return parts.map((part, index) => {
    const found: FoundAddress[] = [];
    for (const [, name, , double, single] of part.matchAll(
      /\s(href|src|content)\s{0,9}=\s{0,9}("([^"<>]{0,2000000})"|'([^'<>]{0,2000000})')/gi,
    )) {
      if (found.length >= bounds.links) break;
      const target = decodeEntities(double ?? single ?? '');
      const picture = name?.toLowerCase() === 'src' ? localPicture(target, directory) : undefined;
      const code = picture && qrInPicture(picture);
      if (code !== undefined) found.push({ url: code, place: 'QR code' });
      if (picture === undefined) found.push({ url: target, place: 'link' });
    }
    const text = decodeEntities(withoutScripts(part).replace(/<[^<>]*>/g, ' '));
    for (const url of addressesIn(text)) found.push({ url, place: 'text' });
    return { number: hasSections && index > 0 ? index : null, text, found: distinct(found) };
  });
}
