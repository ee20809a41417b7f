// Process that makes cards, decks and books, one at a time, as it is handed them.
import { makeEpub } from '../book/epub.ts';
import { cardPng, openFaces } from '../card/card-png.ts';
import type { CardFaces } from '../card/card.ts';
import { typesetPdf } from '../pdf/typeset.ts';
import { makePptx } from '../slides/pptx.ts';
import type { Made, Task } from './recipe.ts';

let faces: Promise<CardFaces> | undefined;

async function make({ recipe, cards }: Task): Promise<Uint8Array> {
  switch (recipe.make) {
    case 'card':
      return cardPng(recipe.text, await (faces ??= openFaces(cards)));
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

const tell = (made: Omit<Made, 'memory'>) =>
  process.send?.({ ...made, memory: process.memoryUsage.rss() } satisfies Made);

process.on('message', (task: Task) => {
  make(task).then(
    (bytes) => tell({ bytes }),
    (error: unknown) => tell({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
