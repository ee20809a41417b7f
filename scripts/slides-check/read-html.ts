import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressesIn, decodeEntities, distinct, type FoundAddress, type Slide } from './document.ts';
import { qrInPicture } from './qr-in-picture.ts';

/** The bytes of a picture that stands in the page itself or beside it; `undefined` for one elsewhere. */
export function localPicture(source: string, directory: string): Uint8Array | undefined {
  const data = /^data:image\/(?:png|jpe?g);base64,(.+)$/s.exec(source)?.[1];
  if (data !== undefined) return Buffer.from(data, 'base64');
  if (/^[a-z]+:|^\/\//i.test(source)) return undefined;
  const path = resolve(directory, decodeURIComponent(source));
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Read an HTML page. A reveal.js deck's sections count as slides. */
export function readHtml(html: string, directory: string): Slide[] {
  const parts = html.split(/(?=<section[\s>])/);
  const hasSections = parts.length > 1;
  return parts.map((part, index) => {
    const found: FoundAddress[] = [];
    for (const [, name, , double, single] of part.matchAll(
      /\s(href|src|content)\s*=\s*("([^"]*)"|'([^']*)')/gi,
    )) {
      const target = decodeEntities(double ?? single ?? '');
      const picture = name?.toLowerCase() === 'src' ? localPicture(target, directory) : undefined;
      const code = picture && qrInPicture(picture);
      if (code !== undefined) found.push({ url: code, place: 'QR code' });
      if (picture === undefined) found.push({ url: target, place: 'link' });
    }
    const text = decodeEntities(
      part.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '').replace(/<[^>]*>/g, ' '),
    );
    for (const url of addressesIn(text)) found.push({ url, place: 'text' });
    return { number: hasSections && index > 0 ? index : null, text, found: distinct(found) };
  });
}
