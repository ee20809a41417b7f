import { Resvg } from '@resvg/resvg-js';
import { drawCard, type CardFaces, type CardText } from './card.ts';
import { openFace } from './face.ts';

/** Open the typeface in the weights of a card, for just these characters. */
export async function openFaces(characters: string): Promise<CardFaces> {
  const all = `${characters}… `;
  // One after the other: the unpacker of WOFF2 handles one font at a time.
  const light = await openFace(300, '0123456789.');
  const text = await openFace(450, all);
  return { light, text, bold: await openFace(700, all) };
}

/** Draw a card as a PNG. */
export const cardPng = (text: CardText, faces: CardFaces): Uint8Array =>
  new Resvg(drawCard(text, faces), { font: { loadSystemFonts: false } }).render().asPng();
