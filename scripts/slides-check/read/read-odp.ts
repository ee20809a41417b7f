import { decodeEntities } from '../../../src/lib/html/entities.ts';
import { bounds } from './bounds.ts';
import { addressesIn, distinct, type FoundAddress, type Slide } from './document.ts';
import { qrInPicture } from './qr-in-picture.ts';
import { openPackage } from './read-pptx.ts';
import { textOf } from './text-of.ts';
import { must } from '../../../src/lib/must.ts';

/**
 * Read an .odp: links on text, shapes and pictures, addresses in text and notes, QR codes in pictures.
 * @throws DocumentError if it is no presentation
 */
export function readOdp(bytes: Uint8Array): Slide[] {
  const files = openPackage(bytes, 'content.xml');
  const content = textOf(must(files['content.xml']));
  const codes = new Map<string, string | undefined>();
  const findIn = (xml: string, notes: boolean): { text: string; found: FoundAddress[] } => {
    const found: FoundAddress[] = [];
    for (const [, value] of xml.matchAll(/xlink:href="([^"<>]{0,4000})"/g)) {
      const target = decodeEntities(must(value));
      const picture = files[target];
      if (picture === undefined) {
        if (/^https?:/.test(target)) found.push({ url: target, place: notes ? 'notes' : 'link' });
        continue;
      }
      if (!codes.has(target) && codes.size < bounds.pictures) codes.set(target, qrInPicture(picture));
      const code = codes.get(target);
      if (code !== undefined) found.push({ url: code, place: 'QR code' });
    }
    const text = decodeEntities(xml.replace(/<\/text:p>/g, '\n').replace(/<[^<>]*>/g, ''));
    for (const url of addressesIn(text)) found.push({ url, place: notes ? 'notes' : 'text' });
    return { text, found };
  };
  return content
    .split(/<draw:page\s/)
    .slice(1, bounds.pages)
    .map((page, index) => {
      const start = page.indexOf('<presentation:notes');
      const end = start < 0 ? -1 : page.indexOf('</presentation:notes>', start);
      const notes = end < 0 ? '' : page.slice(start, end);
      const own = findIn(page.replace(notes, ''), false);
      const said = findIn(notes, true);
      return {
        number: index + 1,
        text: `${own.text}\n${said.text}`,
        found: distinct([...own.found, ...said.found]),
      };
    });
}
