import { existsSync } from 'node:fs';
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localPath, type SiteRoot } from '../../lib/book/addresses.ts';
import type { Move } from '../../ledger/move.ts';
import { LedgerError } from '../../ledger/resolve.ts';
import { contentPolicy } from '../../policy/content-policy.ts';
import { siteHeaders } from '../../policy/site-headers.ts';
import { policyHeaders, redirectLines } from '../files/host-files.ts';
import { nginxMaps, nginxServer } from '../files/nginx.ts';
import type { Notes } from './notes.ts';

/**
 * Check a site's permanent codes and write what its host reads, redirects among it, once all its pages are there and nothing else is.
 *
 * @throws LedgerError if a permanent code leads nowhere
 */
export async function writeForHosts(distDir: string, { moves, codes }: Notes, root: SiteRoot): Promise<void> {
  checkCodes(distDir, codes);
  await writeHostFiles(distDir, moves, root);
}

/** Every code of the ledger has its page, in both languages. */
function checkCodes(distDir: string, codes: readonly string[]): void {
  const missing = codes
    .flatMap((code) => [localPath('zh', `r/${code}/`), localPath('en', `r/${code}/`)])
    .filter((path) => !existsSync(join(distDir, path, 'index.html')));
  if (missing.length > 0) throw new LedgerError([`No page was built at ${missing.join(', ')}.`]);
}

async function writeHostFiles(distDir: string, moves: readonly Move[], root: SiteRoot): Promise<void> {
  // Sorted: each file system lists its files in an order of its own.
  const listed = async (path: string, isFolder: boolean) =>
    (await readdir(join(distDir, path), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() === isFolder && !/^[._]|\.nginx\.conf$/.test(entry.name))
      .map(({ name }) => `${path}${name}`)
      .sort();
  const english = existsSync(join(distDir, 'en')) ? await listed('en/', true) : [];
  const policy = contentPolicy('headers');
  const headers = policyHeaders(
    ['_astro', ...(await listed('', true)), ...english],
    // The worker is written later.
    ['/', '/en/', '/en', ...new Set(['/sw.js', ...(await listed('/', false))])],
    policy,
  );
  await appendFile(join(distDir, '_headers'), headers);
  await appendFile(join(distDir, '_redirects'), redirectLines(moves));
  await writeFile(join(distDir, 'redirects.nginx.conf'), nginxMaps(moves, root.base, policy));
  await writeFile(join(distDir, 'server.nginx.conf'), nginxServer(root.base, siteHeaders));
}
