import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { contentDir } from '../../edition/files/environment.ts';
import { pagesCacheDir } from './cache-place.ts';
import { entriesOf } from './entries.ts';
import { pagesFingerprint } from './fingerprint.ts';
import { firstModule, PageCache, type FormerPages } from './page-cache.ts';
import { addressOf, fileOf, type PagePath } from './page-files.ts';
import { isStoreModule, storeModule } from './store-place.ts';

/** What is seen of a build while it goes on. */
interface Seen {
  paths: PagePath[];
  /** A copy of the program that makes the pages; Astro throws its own away. */
  program: string;
}

/** Astro asks for some files, such as pictures, as if they were folders. */
const withoutSlash = (address: string): string => address.replace(/\/$/, '');

/** Astro's prerenderer, but that pages whose key is as it was are taken from the former build. */
function taking(
  usual: AstroPrerenderer,
  former: FormerPages | undefined,
  address: (path: PagePath) => string,
  see: (paths: PagePath[]) => void,
): AstroPrerenderer {
  const byAddress = new Map<string, PagePath>();
  return {
    ...usual,
    name: 'kept-pages',
    async getStaticPaths() {
      const found = await usual.getStaticPaths();
      const paths = found.map(({ pathname, route, cacheKey }) => ({ pathname, type: route.type, cacheKey }));
      for (const path of paths) byAddress.set(withoutSlash(address(path)), path);
      see(paths);
      return found;
    },
    async render(request, options) {
      const path = byAddress.get(withoutSlash(request.url));
      const page = path && former?.page(path);
      if (page === undefined) return await usual.render(request, options);
      return new Response(new Uint8Array(page), { headers: { 'Content-Type': 'text/html' } });
    },
  };
}

/** Where Astro makes the program: below the site's folder, or below the project's for a site elsewhere. */
const programFolder = (outDir: string): string =>
  join(outDir.startsWith(process.cwd()) ? outDir : join(process.cwd(), '.astro'), '.prerender');

/** Copy the program that makes pages, without the book's entries. */
function copyProgram(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'handbook-program-'));
  // Astro tells of no failure.
  process.once('exit', () => {
    rmSync(copy, { recursive: true, force: true });
  });
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
    if (isStoreModule(name)) writeFileSync(join(copy, name), storeModule);
  return copy;
}

/**
 * Pages are kept between builds: a page whose key (`queries/page-key.ts`) is as it was is taken from the former build. The program too that Astro
 * makes of the site's code is kept, so that the next build of the same code can do without Astro (`scripts/build/pages-again`).
 */
export function keptPages(): AstroIntegration {
  let seen: Seen | undefined;
  let cache: PageCache | undefined;
  let place = { base: '/', origin: 'http://localhost:4321', program: '', store: '' };
  return {
    name: 'kept-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        place = {
          base: `${config.base.replace(/\/$/, '')}/`,
          origin: new URL(config.site ?? 'http://localhost:4321').origin,
          program: programFolder(fileURLToPath(config.outDir)),
          store: fileURLToPath(new URL('data-store.json', config.cacheDir)),
        };
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        cache = new PageCache(pagesCacheDir, await pagesFingerprint(contentDir));
        const former = cache.open();
        setPrerenderer((usual) => ({
          ...taking(
            usual,
            former,
            (path) => addressOf(path, place.base, place.origin),
            (paths) => {
              seen = { paths, program: copyProgram(place.program) };
            },
          ),
        }));
      },
      'astro:build:done': async ({ dir }) => {
        if (cache === undefined || seen === undefined) return;
        const distDir = fileURLToPath(dir);
        const entry = firstModule(seen.program);
        const whole = seen.paths.every((path) => existsSync(join(distDir, fileOf(path))));
        if (entry !== undefined && whole) {
          cache.keepProgram(seen.program);
          const entries = await entriesOf(place.store, contentDir);
          cache.keepSite(distDir, { entry, paths: seen.paths }, JSON.stringify(entries));
        }
      },
    },
  };
}
