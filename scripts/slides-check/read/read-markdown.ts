import { addressesIn, distinct, type FoundAddress, type Slide } from './document.ts';
import { qrInPicture } from './qr-in-picture.ts';
import { localPicture } from './read-html.ts';
import { must } from '../../../src/lib/must.ts';

/** Read a Markdown file. Lines of `---` separate slides, as in Marp, Slidev and reveal.js. */
export function readMarkdown(source: string, directory: string): Slide[] {
  const body = source.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  const parts = body.split(/^(?:---|\*\*\*)\s*$/m);
  return parts.map((text, index) => {
    const found: FoundAddress[] = [];
    // Inline links and pictures, then reference definitions.
    for (const [, bang, target] of text.matchAll(/(!?)\[[^[\]]{0,2000}\]\(\s{0,9}<?([^\s)>]{1,2000})/g)) {
      const picture = bang === '!' ? localPicture(must(target), directory) : undefined;
      const code = picture && qrInPicture(picture);
      if (code !== undefined) found.push({ url: code, place: 'QR code' });
      if (picture === undefined) found.push({ url: must(target), place: 'link' });
    }
    // A picture inside a link hides the link's own address from the pattern above.
    for (const [, target] of text.matchAll(/\)\]\(\s{0,9}<?([^\s)>]{1,2000})/g))
      found.push({ url: must(target), place: 'link' });
    for (const [, target] of text.matchAll(/^\[[^\]\n]{1,1000}\]:[ \t]{0,9}<?([^\s>]{1,2000})/gm))
      found.push({ url: must(target), place: 'link' });
    for (const url of addressesIn(text)) found.push({ url, place: 'text' });
    return { number: parts.length > 1 ? index + 1 : null, text, found: distinct(found) };
  });
}
