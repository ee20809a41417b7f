import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isSealed, sealFolder } from '../freshness/seal.ts';

/** Caches that stay: of other editions, and of code that an editor goes back to. */
const maxCaches = 8;
const cacheName = /^astro-[0-9a-f]{12}$/;

/** Throw away the caches that were not used for longest. */
function tidyCaches(directory: string): void {
  const folder = dirname(directory);
  const others = readdirSync(folder)
    .filter((name) => cacheName.test(name))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const cache of others.slice(maxCaches)) rmSync(cache, { recursive: true, force: true });
}

/** Astro's cache of rendered entries and pages is used only as the last build left it: a damaged one is thrown away first. */
export function sealedCache(): AstroIntegration {
  let directory = '';
  return {
    name: 'sealed-cache',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        directory = fileURLToPath(config.cacheDir).replace(/[\\/]$/, '');
        if (command !== 'build' || !existsSync(directory) || isSealed(directory, directory)) return;
        rmSync(directory, { recursive: true });
      },
      'astro:build:done': () => {
        if (!existsSync(directory)) return;
        sealFolder(directory, directory);
        tidyCaches(directory);
      },
    },
  };
}
