import { defineConfig } from 'astro/config';
import { componentLayer } from './src/integrations/component-layer.ts';
import { lateModules } from './src/integrations/late-modules/late-modules.ts';

/** The home of a shelf of handbooks: `npm run shelf` builds it from what the handbooks say of themselves. */
export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  srcDir: 'src/shelf',
  outDir: process.env.DIST_DIR ?? 'dist-shelf',
  cacheDir: '.cache/astro-shelf',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', format: 'directory' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [lateModules()],
  vite: {
    plugins: [componentLayer],
    define: {
      'import.meta.env.BOOK_LANGUAGE': JSON.stringify('zh-Hans'),
      'import.meta.env.BOOK_MARK': 'null',
    },
    build: { assetsInlineLimit: 0 },
  },
});
