import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isSealed, sealFolder } from '../freshness/seal.ts';

/** Astro's cache of rendered entries is used only as the last build left it: a damaged one is thrown away first. */
export function sealedCache(): AstroIntegration {
  let directory = '';
  return {
    name: 'sealed-cache',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        directory = fileURLToPath(config.cacheDir);
        if (command !== 'build' || !existsSync(directory) || isSealed(directory, directory)) return;
        rmSync(directory, { recursive: true });
      },
      'astro:build:done': () => {
        if (existsSync(directory)) sealFolder(directory, directory);
      },
    },
  };
}
