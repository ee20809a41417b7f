// Thread that makes cards and decks, one at a time, as it is handed them.
import { parentPort, workerData } from 'node:worker_threads';
import { makeEpub } from '../book/epub.ts';
import { cardPng, openFaces, type CardCharacters } from '../card/card-png.ts';
import type { CardFaces } from '../card/card.ts';
import { typesetPdf } from '../pdf/typeset.ts';
import { makePptx } from '../slides/pptx.ts';
import type { Made, Recipe } from './recipe.ts';

let faces: Promise<CardFaces> | undefined;

async function make(recipe: Recipe): Promise<Uint8Array> {
  switch (recipe.make) {
    case 'card':
      return cardPng(recipe.text, await (faces ??= openFaces(workerData as CardCharacters)));
    case 'pptx':
      return makePptx(recipe.slides, recipe.title, recipe.facts);
    case 'epub':
      return makeEpub(recipe.book);
    case 'pdf':
      return typesetPdf(recipe.book);
    default:
      throw new Error(`No worker makes a ${recipe.make}.`);
  }
}

parentPort?.on('message', (recipe: Recipe) => {
  make(recipe).then(
    (bytes) => parentPort?.postMessage({ bytes } satisfies Made),
    (error: unknown) =>
      parentPort?.postMessage({
        error: error instanceof Error ? error.message : String(error),
      } satisfies Made),
  );
});
