import { strFromU8, unzipSync } from 'fflate';
import PptxGen from 'pptxgenjs';
import { escapeHtml } from '../../lib/html/escape.ts';
import { drawSlide, faceOf, officeLanguage } from './draw-slide.ts';
import { mendPackage, type DeckFacts, type Parts } from './mend-package.ts';
import { packParts } from './pack.ts';
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
  return packParts(parts);
}

function unpack(archive: Uint8Array): Parts {
  const parts: Parts = new Map();
  for (const [name, bytes] of Object.entries(unzipSync(archive)))
    if (!name.endsWith('/')) parts.set(name, /\.(?:xml|rels)$/.test(name) ? strFromU8(bytes) : bytes);
  return parts;
}
