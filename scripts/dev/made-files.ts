import { extname } from 'node:path';
import { readEdition } from '../../src/edition/read-edition.ts';
import { readGlossary } from '../../src/edition/vocabulary.ts';
import { KeptTrees } from '../../src/freshness/kept-trees.ts';
import { siteRoot } from '../../src/lib/addresses.ts';
import { productKeys } from '../../src/share/make/product-key.ts';
import { makeAtOnce, toProducts } from '../../src/share/make/products.ts';
import type { Product } from '../../src/share/make/recipe.ts';
import { makeInWorkers } from '../../src/share/make/workers.ts';
import { shareCacheDir } from '../build/write-shared.ts';
import { siteEnvironment } from '../lib/environment.ts';
import { answer, pathBelow, type Live } from './live.ts';
import type { Workspace } from './workspace.ts';

/** Cards, QR codes, slides and other files of a built site: as the last build kept them where they are the same, else made when asked for. */
export function madeFiles({ contentDir }: Workspace): Live {
  const root = siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']);
  const { base } = siteEnvironment();
  let products: Promise<Map<string, Product>> | undefined;
  const read = async () => {
    const all = toProducts(await readEdition(contentDir), root, readGlossary(contentDir));
    return new Map(all.map((each) => [each.path, each]));
  };
  const make = async (product: Product) => {
    const { recipe } = product;
    if (recipe.make === 'text') return Buffer.from(recipe.content);
    const kept = new KeptTrees(shareCacheDir).contents;
    const key = productKeys()(recipe);
    const before = kept.get(key);
    if (before !== undefined) return before;
    if (recipe.make === 'qr') kept.put(key, makeAtOnce(recipe));
    else
      await makeInWorkers([product], (_, bytes) => {
        kept.put(key, bytes);
      });
    return kept.get(key);
  };
  return {
    forget: () => {
      products = undefined;
    },
    middleware: (request, response, next) => {
      const path = pathBelow(base, request.url);
      // Only what a page of the site isn't: Astro answers those.
      if (path === undefined || extname(path) === '') {
        next();
        return;
      }
      (products ??= read())
        .then((all) => all.get(path))
        .then(async (product) => {
          const content = product === undefined ? undefined : await make(product);
          if (content === undefined) next();
          else answer(response, path, content);
        })
        .catch(next);
    },
  };
}
