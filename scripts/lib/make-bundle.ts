import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { sealFolder } from '../../src/freshness/seal.ts';
import { bundleFile, bundlesFolder } from './bundles.ts';

const maxBundles = 8;

/** Packages with machine code, and large ones of which little is used at a time. */
const external = [
  '@shikijs/langs/*',
  '@shikijs/themes/*',
  '@node-rs/jieba',
  '@node-rs/jieba/*',
  '@resvg/resvg-js',
  'esbuild',
  'sharp',
];

/** Our own modules go on to know where they were. */
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
 * @param key changes with the code
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
    // Packages of the older kind ask for modules by a function that newer ones don't have.
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
