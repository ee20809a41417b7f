// Thread that makes cards and decks, one at a time, as it is handed them.
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { makeEpub } from '../book/epub.ts';
import { drawCard, type CardFaces } from '../card/card.ts';
import { openFace } from '../card/face.ts';
import { typesetPdf } from '../pdf/typeset.ts';
import { makePptx } from '../slides/pptx.ts';
import type { Made, Recipe } from './recipe.ts';

const { characters } = workerData as { characters: string };

let faces: Promise<CardFaces> | undefined;

async function openFaces(): Promise<CardFaces> {
  const all = `${characters}… `;
  // One after the other: the unpacker of WOFF2 handles one font at a time.
  const light = await openFace(300, '0123456789.');
  const text = await openFace(450, all);
  return { light, text, bold: await openFace(700, all) };
}

async function make(recipe: Recipe): Promise<Uint8Array> {
  switch (recipe.make) {
    case 'card': {
      const svg = drawCard(recipe.text, await (faces ??= openFaces()));
      return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
    }
    case 'pptx':
      return makePptx(recipe.slides, recipe.title);
    case 'epub':
      return makeEpub(recipe.sections, recipe.names, recipe.root);
    case 'pdf':
      return typesetPdf(recipe.book);
    default:
      throw new Error(`No worker makes a ${recipe.make}.`);
  }
}

parentPort?.on('message', ({ index, recipe }: { index: number; recipe: Recipe }) => {
  make(recipe).then(
    (bytes) => parentPort?.postMessage({ index, bytes } satisfies Made),
    (error: unknown) =>
      parentPort?.postMessage({
        index,
        error: error instanceof Error ? error.message : String(error),
      } satisfies Made),
  );
});
