import { Worker } from 'node:worker_threads';
import { KeptTrees } from '../../src/freshness/kept-trees.ts';
import { siteRoot } from '../../src/lib/book/addresses.ts';
import { productKeys } from '../../src/share/make/product-key.ts';
import { makeAtOnce } from '../../src/share/make/products.ts';
import type { Product } from '../../src/share/make/recipe.ts';
import { makeInWorkers } from '../../src/share/make/workers.ts';
import { shareCacheDir } from '../build/write-shared.ts';
import { siteEnvironment } from '../lib/environment.ts';
import { answer, pathBelow, type Live } from './live.ts';
import type { Workspace } from './workspace.ts';

/** Paths of files that are made beside pages; pages, styles and modules are Astro's. */
const madePath =
  /^(?:en\/)?(?:(?:rules|cases|chapters|embed|downloads)\/.*\.\w+|card\.png|(?:handbook|llms)[\w.-]*\.(?:json|txt))$/;

interface Reply {
  path: string;
  product?: Product;
  error?: string;
}

/** Cards, QR codes, slides and other files of a built site: as the last build kept them if they are the same, else made when asked for. */
export function madeFiles({ contentDir }: Workspace): Live {
  const root = siteRoot(process.env['SITE_URL'], process.env['BASE_PATH']);
  const { base } = siteEnvironment();
  let worker: Worker | undefined;
  const productAt = (path: string) => {
    const asked = (worker ??= new Worker(new URL('./products-worker.ts', import.meta.url), {
      workerData: { contentDir, root },
    }));
    return new Promise<Product | undefined>((resolve, reject) => {
      const hear = (reply: Reply) => {
        if (reply.path !== path) return;
        asked.off('message', hear);
        if (reply.error === undefined) resolve(reply.product);
        else reject(new Error(reply.error));
      };
      asked.on('message', hear);
      asked.once('error', reject);
      // The text changed meanwhile, so the browser has to ask again.
      asked.once('exit', () => {
        resolve(undefined);
      });
      asked.postMessage(path);
    });
  };
  return {
    forget: () => {
      void worker?.terminate();
      worker = undefined;
    },
    middleware: (request, response, next) => {
      const path = pathBelow(base, request.url);
      if (path === undefined || !madePath.test(path)) {
        next();
        return;
      }
      productAt(path)
        .then(async (product) => {
          const content = product === undefined ? undefined : await make(product);
          if (content === undefined) next();
          else answer(response, path, content);
        })
        .catch(next);
    },
  };
}

async function make(product: Product): Promise<Uint8Array | undefined> {
  const { recipe } = product;
  if (recipe.make === 'text') return Buffer.from(recipe.content);
  const kept = new KeptTrees(shareCacheDir).contents;
  const key = productKeys()(recipe);
  const before = kept.get(key);
  if (before !== undefined) return before;
  if (recipe.make === 'qr') kept.put(key, makeAtOnce(recipe));
  else
    await makeInWorkers(
      { others: [product] },
      () => (recipe.make === 'card' ? [recipe.text] : []),
      (_, bytes) => {
        kept.put(key, bytes);
      },
      recipe.make === 'card' && recipe.language !== undefined ? { language: recipe.language } : {},
    );
  return kept.get(key);
}
