import type { BookLanguage } from '../../schemas/book.ts';
import { Resvg } from '@resvg/resvg-js';
import { drawCard, type CardFaces, type CardText } from './card.ts';
import { openFace } from './face.ts';
import { encodePng, toIndexed } from '../png.ts';

/** What the cards of a site are set in: the characters of their texts, those of their large numbers, the script. */
export interface CardCharacters {
  characters: string;
  numbers: string;
  language: BookLanguage;
}

/** Open the typefaces in the weights of a card, for just these characters. */
export async function openFaces({ characters, numbers, language }: CardCharacters): Promise<CardFaces> {
  const all = `${characters}… `;
  // One after the other: the unpacker of WOFF2 handles one font at a time.
  const light = await openFace(300, numbers, language);
  const text = await openFace(450, all, language);
  return { light, text, bold: await openFace(700, all, language) };
}

/** Draw a card as a PNG. It has few colours, so that a palette makes it a third of the size, without loss. */
export function cardPng(text: CardText, faces: CardFaces): Uint8Array {
  const picture = new Resvg(drawCard(text, faces), { font: { loadSystemFonts: false } }).render();
  const indexed = toIndexed(picture.pixels, picture.width, picture.height);
  return indexed ? encodePng(indexed) : picture.asPng();
}
