// Process that makes cards, decks and books, one at a time, as it is handed them.
import type { CardFaces } from '../card/card.ts';
import type { Made, Task } from './recipe.ts';

let faces: Promise<CardFaces> | undefined;

/** Each kind's program is loaded when the first of the kind is made: together they take half of the memory that a worker may. */
async function make({ recipe, cards }: Task): Promise<Uint8Array> {
  switch (recipe.make) {
    case 'card': {
      const { cardPng, openFaces } = await import('../card/card-png.ts');
      return cardPng(recipe.text, await (faces ??= openFaces(cards)));
    }
    case 'pptx': {
      const { makePptx } = await import('../slides/pptx.ts');
      return makePptx(recipe.slides, recipe.title, recipe.facts);
    }
    case 'epub': {
      const { makeEpub } = await import('../book/epub.ts');
      return makeEpub(recipe.book);
    }
    case 'pdf': {
      const { typesetPdf } = await import('../pdf/typeset.ts');
      return typesetPdf(recipe.book);
    }
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
