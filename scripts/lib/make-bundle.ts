import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { sealFolder } from '../../src/freshness/seal.ts';
import { bundleFile, bundlesFolder } from './bundles.ts';

/** Older bundles are removed. */
const maxBundles = 8;

/** Packages that stay outside: those with machine code, and large ones of which a run uses little. */
const external = [
  '@shikijs/langs/*',
  '@shikijs/themes/*',
  '@node-rs/jieba',
  '@node-rs/jieba/*',
  '@resvg/resvg-js',
  'esbuild',
  'sharp',
];

/** In a bundle, `import.meta` would name the bundle. Our modules look for files beside themselves, so they keep their own addresses. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    }));
  },
};

/**
 * Make the bundle of a program.
 * @param entry path of the program
 * @param key fingerprint of the code, which names the bundle
 */
export async function makeBundle(entry: string, key: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    charset: 'utf8',
    logLevel: 'silent',
    external,
    // CommonJS packages call `require`, which an ES module doesn't have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [ownPlaces],
  });
  const place = join(bundlesFolder, key);
  const draft = `${place}.${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, bundleFile), outputFiles[0]?.contents ?? '');
  sealFolder(draft, key);
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(draft, place);
  } catch {
    // Another build was quicker.
    rmSync(draft, { recursive: true, force: true });
  }
  const all = readdirSync(bundlesFolder)
    .map((name) => join(bundlesFolder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const former of all.slice(maxBundles)) rmSync(former, { recursive: true, force: true });
}
