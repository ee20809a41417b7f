import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { componentLayer } from './src/integrations/component-layer.ts';
import { lateModules } from './src/integrations/late-modules/late-modules.ts';

/** The home of a shelf of handbooks: `npm run shelf` builds it from what the handbooks say of themselves. */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  // A root of its own: what Astro notes of a site's collections would otherwise take the place of the handbook's.
  root: resolve('src/shelf'),
  srcDir: resolve('src/shelf'),
  publicDir: resolve('public'),
  outDir: resolve(process.env.DIST_DIR ?? 'dist-shelf'),
  cacheDir: resolve('.cache/astro-shelf'),
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', format: 'directory' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [lateModules()],
  vite: {
    cacheDir: resolve('.cache/vite-shelf'),
    plugins: [componentLayer],
    define: {
      'import.meta.env.BOOK_LANGUAGE': JSON.stringify('zh-Hans'),
      'import.meta.env.BOOK_MARK': 'null',
      'import.meta.env.SEARCH_URL': '""',
    },
    build: { assetsInlineLimit: 0 },
  },
});
