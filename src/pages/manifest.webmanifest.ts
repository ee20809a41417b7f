import { common } from '../i18n/common.ts';
import { asset } from '../i18n/links.ts';
import { getBook } from '../queries/book.ts';
import { htmlLang } from '../i18n/languages.ts';
import { getNames } from '../queries/names.ts';
import { light } from '../styles/palette.ts';

/** What a phone makes of the site when it is put on the home screen. */
export async function GET(): Promise<Response> {
  const [{ title, name, description }, { cases }] = await Promise.all([getNames(), getBook()]);
  const shortcut = (path: string, label: string) => ({
    name: label,
    url: `./${path}`,
    icons: [{ src: 'icon-192.png', sizes: '192x192', type: 'image/png' }],
  });
  const manifest = {
    name: title.en === undefined ? title.zh : `${title.zh} · ${title.en}`,
    short_name: name.zh,
    lang: htmlLang.zh,
    id: asset(''),
    start_url: './',
    scope: './',
    display: 'standalone',
    description: description.zh,
    shortcuts: [
      shortcut('search/', common.zh.search),
      ...(cases.length > 0 ? [shortcut('cases/', common.zh.cases)] : []),
    ],
    background_color: light.paper,
    theme_color: light.paper,
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
}
