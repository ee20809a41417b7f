import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { bookIcons } from './src/integrations/book-icons.ts';
import { componentLayer } from './src/integrations/component-layer.ts';
import { lateModules } from './src/integrations/late-modules/late-modules.ts';
import { drawMark } from './src/share/card/mark.ts';
import { readHome } from './src/shelf/home.ts';

/** The shelf's own seal. */
const mark = await drawMark(readHome().title.zh, 'zh-Hans');

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
  integrations: [lateModules(), bookIcons(mark)],
  vite: {
    cacheDir: resolve('.cache/vite-shelf'),
    plugins: [componentLayer],
    define: {
      'import.meta.env.BOOK_LANGUAGE': JSON.stringify('zh-Hans'),
      'import.meta.env.BOOK_MARK': JSON.stringify(mark),
      'import.meta.env.SEARCH_URL': '""',
    },
    build: { assetsInlineLimit: 0 },
  },
});
