import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import PptxGen from 'pptxgenjs';
import { escapeHtml } from '../../lib/html.ts';
import { packedAt } from '../zip-time.ts';
import { drawSlide, faceOf, officeLanguage } from './draw-slide.ts';
import { mendPackage, type DeckFacts, type Parts } from './mend-package.ts';
import type { Slide } from './slide.ts';

/**
 * Make a deck of native, editable text: 16:9, with speaker notes and a linked QR code on each slide.
 * @param facts default: the book as the slides name it
 */
export async function makePptx(
  slides: readonly Slide[],
  title: string,
  facts?: DeckFacts,
): Promise<Uint8Array> {
  const book = slides[0]?.book ?? '';
  const deck = new PptxGen();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  // Of all that it writes, PptxGenJS escapes this not.
  deck.company = escapeHtml(book);
  const face = faceOf(slides[0] ?? { variant: 'zh' });
  deck.theme = { headFontFace: face, bodyFontFace: face };
  for (const content of slides) {
    const slide = deck.addSlide();
    drawSlide(slide, content);
    slide.addNotes(content.notes.join('\n'));
  }
  const written = (await deck.write({ outputType: 'uint8array', compression: false })) as Uint8Array;
  const parts = unpack(written);
  mendPackage(parts, slides.map(officeLanguage), facts ?? { subject: book, author: book });
  return pack(parts);
}

function unpack(archive: Uint8Array): Parts {
  const parts: Parts = new Map();
  for (const [name, bytes] of Object.entries(unzipSync(archive)))
    if (!name.endsWith('/')) parts.set(name, /\.(?:xml|rels)$/.test(name) ? strFromU8(bytes) : bytes);
  return parts;
}

function pack(parts: Parts): Uint8Array {
  const out: Zippable = {};
  for (const [name, part] of parts)
    out[name] =
      typeof part === 'string'
        ? [strToU8(part), { level: 6, mtime: packedAt() }]
        : [part, { level: 0, mtime: packedAt() }];
  return zipSync(out);
}
