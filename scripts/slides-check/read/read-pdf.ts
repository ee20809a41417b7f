import { extractImages, getDocumentProxy } from 'unpdf';
import { bounds } from './bounds.ts';
import { addressesIn, distinct, DocumentError, type FoundAddress, type Slide } from './document.ts';
import { qrInPixels, type Pixels } from './qr-in-picture.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type Picture = Awaited<ReturnType<typeof extractImages>>[number];

/**
 * Read a PDF: its link annotations, its text and the QR codes in its pictures. A damaged page is left out.
 * @throws DocumentError if it can't be read as a PDF
 */
export async function readPdf(bytes: Uint8Array): Promise<Slide[]> {
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      maxImageSize: bounds.pixels,
      verbosity: 0,
    });
  } catch (error) {
    throw new DocumentError(
      `It could not be read as a PDF: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const codes = new Map<string, string | undefined>();
  const slides: Slide[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, bounds.pages); number += 1) {
    const page = await pdf.getPage(number).catch(() => undefined);
    const text = page ? await textOf(page).catch(() => '') : '';
    const found: FoundAddress[] = [
      ...(page ? await linksOf(page).catch(() => []) : []).map((url) => ({ url, place: 'link' as const })),
      ...(await codesOf(pdf, number, codes).catch(() => [])).map((url) => ({
        url,
        place: 'QR code' as const,
      })),
      ...addressesIn(text).map((url) => ({ url, place: 'text' as const })),
    ];
    slides.push({ number, text, found: distinct(found) });
    page?.cleanup();
  }
  await pdf.loadingTask.destroy().catch(() => undefined);
  return slides;
}

async function textOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}

async function linksOf(page: Page): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as { url?: unknown; unsafeUrl?: unknown }[];
  return annotations.flatMap(({ url, unsafeUrl }) => {
    const address = unsafeUrl ?? url;
    return typeof address === 'string' ? [address] : [];
  });
}

/** QR codes in the pictures of a page. A picture that is on many pages is searched once. */
async function codesOf(pdf: Pdf, number: number, known: Map<string, string | undefined>): Promise<string[]> {
  if (known.size >= bounds.pictures) return [];
  const pictures = await extractImages(pdf, number);
  return pictures.flatMap((picture) => {
    const key = picture.key.startsWith('g_') ? picture.key : `${number} ${picture.key}`;
    if (!known.has(key) && known.size < bounds.pictures) known.set(key, qrInPixels(toPixels(picture)));
    return known.get(key) ?? [];
  });
}

/** A picture with four bytes for each pixel, made from one with one, three or four. */
function toPixels({ width, height, channels, data }: Picture): Pixels {
  if (channels === 4) return { width, height, data: Uint8Array.from(data) };
  const out = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < 3; channel += 1)
      out[pixel * 4 + channel] = data[pixel * channels + (channels === 3 ? channel : 0)] ?? 255;
  return { width, height, data: out };
}
