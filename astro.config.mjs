import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readBookLanguage, readBookNames } from './src/edition/names/book-file.ts';
import { cacheDir, contentFolder, renderedCacheName } from './src/edition/files/environment.ts';
import { readKeywords } from './src/edition/read-edition.ts';
import { bookIcons } from './src/integrations/book-icons.ts';
import { bookText } from './src/integrations/book-text.ts';
import { componentLayer } from './src/integrations/component-layer.ts';
import { keptPages } from './src/integrations/kept-pages/kept-pages.ts';
import { lateModules } from './src/integrations/late-modules/late-modules.ts';
import { sealedCache } from './src/integrations/sealed-cache.ts';
import { traditionalMessages } from './src/integrations/traditional-messages.ts';
import { searchAddress } from './src/policy/search-address.ts';
import { hintWords } from './src/lib/language/hint-words.ts';
import { soleBook } from './src/search/engine/names.ts';
import { drawMark } from './src/share/card/mark.ts';

/** Pages that lead elsewhere, stand in a frame or hold no text of their own. */
const unlisted = /\/(?:embed|r|search|bookmarks|offline)\/|\/404\/?$/;

const contentDir = contentFolder();
const language = readBookLanguage(contentDir);
const names = readBookNames(contentDir, { chapters: 0, rules: 0, cases: 0 });
/** The book's own seal; the shipped edition's is drawn by hand. */
const mark = names.mark === undefined ? undefined : await drawMark(names.title.zh, language);

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.DIST_DIR ?? 'dist',
  cacheDir: join(cacheDir, renderedCacheName(contentDir)),
  trailingSlash: 'always',
  // Styles come with the page: no request stands between the text and its first paint.
  build: { inlineStylesheets: 'always', format: 'directory' },
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [
    lateModules(),
    sealedCache(),
    ...(mark ? [bookIcons(mark)] : []),
    sitemap({
      i18n: { defaultLocale: 'zh', locales: { zh: language, en: 'en' } },
      filter: (page) => !unlisted.test(new URL(page).pathname),
      // Readers of neither language get the Chinese page, as in the pages themselves.
      serialize: (item) => {
        const chinese = item.links?.find(({ lang }) => lang === language);
        return chinese ? { ...item, links: [...item.links, { ...chinese, lang: 'x-default' }] } : item;
      },
    }),
    // Last: it keeps the site as the others leave it.
    keptPages(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: await bookText(contentDir),
  },
  vite: {
    plugins: [componentLayer, ...(language === 'zh-Hant' ? [traditionalMessages] : [])],
    define: {
      'import.meta.env.BOOK_LANGUAGE': JSON.stringify(language),
      'import.meta.env.BOOK_MARK': JSON.stringify(mark ?? null),
      ...(mark && {
        'import.meta.env.BOOK_WORDS': JSON.stringify(hintWords(await readKeywords(contentDir)) ?? null),
      }),
      'import.meta.env.SEARCH_URL': JSON.stringify(searchAddress(process.env.SEARCH_URL ?? '') ?? ''),
      'import.meta.env.SEARCH_BOOK': JSON.stringify(process.env.SEARCH_BOOK ?? soleBook),
    },
    build: {
      // Modules are files of their own, cached for all pages.
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // Code that several modules share is one file: a request costs a phone more than the bytes do.
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /src[\\/](?:client[\\/]kit[\\/]ke(?:pt|ys)|lib[\\/]guards)\.ts|preload-helper/,
              },
              {
                name: 'kit',
                test: /src[\\/](?:client[\\/]kit[\\/](?:element|find|load|page-language|say|trusted)|i18n[\\/](?:languages|links))\.ts/,
              },
            ],
          },
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // Named after the component alone: every page carries these names.
            output: { entryFileNames: ({ name }) => `_astro/${name.split('.')[0]}.[hash].js` },
          },
        },
      },
    },
  },
});
