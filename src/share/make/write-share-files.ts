import { existsSync } from 'node:fs';
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localPath, type SiteRoot } from '../../lib/addresses.ts';
import { ShareCache, type Manifest } from './cache.ts';
import { fingerprintOf } from './fingerprint.ts';
import { makeAtOnce, product, toProducts } from './products.ts';
import { makeInWorkers } from './workers.ts';
import { readGlossary } from '../../edition/environment.ts';
import type { Term } from '../../schemas/glossary.ts';
import { readEdition, type Edition } from '../../edition/read-edition.ts';
import { contentPolicy } from '../../policy/content-policy.ts';
import { siteHeaders } from '../../policy/site-headers.ts';
import { policyHeaders, redirectLines } from '../files/host-files.ts';
import { nginxMaps, nginxServer } from '../files/nginx.ts';
import { planMoves } from '../../ledger/moves.ts';
import { LedgerError, resolveLedger } from '../../ledger/resolve.ts';
import { standingEntries } from '../../ledger/standing.ts';

export interface ShareOptions {
  /** The ingest's output. */
  contentDir: string;
  /** The built site, with its pages. */
  distDir: string;
  /** Where made files are kept between builds. */
  cacheDir: string;
  root: SiteRoot;
}

/**
 * Put into a built site what leaves it: cards, QR codes, slides, indexes for tools, and the ways from old addresses.
 *
 * @returns How many files there are and how many of them had to be made.
 * @throws LedgerError where a permanent code leads nowhere; an error that names what a card or slide lacks.
 */
export async function writeShareFiles(options: ShareOptions): Promise<{ files: number; made: number }> {
  const { contentDir, distDir, cacheDir, root } = options;
  const cache = new ShareCache(cacheDir);
  await cache.open();
  const fingerprint = await fingerprintOf(contentDir, root);
  let manifest = await cache.manifest(fingerprint);
  let made = 0;
  if (manifest === undefined) {
    ({ manifest, made } = await makeFiles(
      await readEdition(contentDir),
      readGlossary(contentDir),
      root,
      cache,
    ));
    await cache.keep(fingerprint, manifest);
  }
  cache.copyTo(distDir, manifest.files);
  checkCodes(distDir, manifest.codes);
  await writeHostFiles(distDir, manifest, root);
  return { files: manifest.files.length, made };
}

/** Make what the cache lacks of an edition's files. */
async function makeFiles(
  edition: Edition,
  terms: readonly Term[],
  root: SiteRoot,
  cache: ShareCache,
): Promise<{ manifest: Manifest; made: number }> {
  const { moves, pages } = planMoves(
    resolveLedger(edition.ledger, standingEntries(edition)),
    root,
    edition.names.language,
  );
  const products = [
    ...toProducts(edition, root, terms),
    ...pages.map(({ path, content }) => product(path, { make: 'text', content })),
  ];
  const wanted = new Map(products.filter(({ key }) => !cache.has(key)).map((each) => [each.key, each]));
  const heavy = [];
  for (const each of wanted.values()) {
    const { recipe } = each;
    if (recipe.make === 'text' || recipe.make === 'qr') await cache.put(each.key, makeAtOnce(recipe));
    else heavy.push(each);
  }
  await makeInWorkers(heavy, ({ key }, bytes) => cache.put(key, bytes));
  const files = products.map(({ path, key }) => ({ path, key }));
  return { manifest: { files, moves, codes: edition.ledger.map(({ code }) => code) }, made: wanted.size };
}

/** Every code of the ledger has its page, in both languages. */
function checkCodes(distDir: string, codes: readonly string[]): void {
  const missing = codes
    .flatMap((code) => [localPath('zh', `r/${code}/`), localPath('en', `r/${code}/`)])
    .filter((path) => !existsSync(join(distDir, path, 'index.html')));
  if (missing.length > 0) throw new LedgerError([`No page was built at ${missing.join(', ')}.`]);
}

async function writeHostFiles(distDir: string, { moves }: Manifest, root: SiteRoot): Promise<void> {
  const folders = async (path: string) =>
    (await readdir(join(distDir, path), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}${name}`);
  const english = existsSync(join(distDir, 'en')) ? await folders('en/') : [];
  const policy = contentPolicy('headers');
  const headers = policyHeaders(
    [...(await folders('')), ...english],
    ['/', '/en/', '/404.html', '/en'],
    policy,
  );
  await appendFile(join(distDir, '_headers'), headers);
  await appendFile(join(distDir, '_redirects'), redirectLines(moves));
  await writeFile(join(distDir, 'redirects.nginx.conf'), nginxMaps(moves, root.base, policy));
  await writeFile(join(distDir, 'server.nginx.conf'), nginxServer(root.base, siteHeaders));
}
