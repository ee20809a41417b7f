// Thread that works out what a file of the built site is made from: for a whole edition, that takes seconds.
import { parentPort, workerData } from 'node:worker_threads';
import { readEdition } from '../../src/edition/read-edition.ts';
import { readGlossary } from '../../src/edition/vocabulary.ts';
import type { SiteRoot } from '../../src/lib/book/addresses.ts';
import { toProducts, wholeBooks } from '../../src/share/make/products.ts';
import type { Product } from '../../src/share/make/recipe.ts';

const { contentDir, root } = workerData as { contentDir: string; root: SiteRoot };

let products: Promise<Map<string, Product>> | undefined;

async function read(): Promise<Map<string, Product>> {
  const edition = await readEdition(contentDir);
  const all = [...toProducts(edition, root), ...wholeBooks(edition, root, readGlossary(contentDir))];
  return new Map(all.map((each) => [each.path, each]));
}

parentPort?.on('message', (path: string) => {
  (products ??= read()).then(
    (all) => parentPort?.postMessage({ path, product: all.get(path) }),
    (error: unknown) => parentPort?.postMessage({ path, error: String(error) }),
  );
});
