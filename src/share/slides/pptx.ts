import PptxGen from 'pptxgenjs';
import { escapeHtml } from '../../lib/html/escape.ts';
import { drawSlide, faceOf, officeLanguage } from './draw-slide.ts';
import { mendPackage, type DeckFacts } from './mend-package.ts';
import { packParts } from './pack.ts';
import { partsOf } from './parts-of.ts';
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
  const parts = await partsOf(deck);
  mendPackage(parts, slides.map(officeLanguage), facts ?? { subject: book, author: book });
  return packParts(parts);
}
