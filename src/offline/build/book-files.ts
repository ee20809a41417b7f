/** Files of a built site that both languages read with. */
const shared =
  /^(?:_astro\/.*\.(?:js|css)|pictures\/.*|favicon\.svg|icon-192\.png|manifest\.webmanifest|offline\/codes\.json)$/;
/** Pages about the making of the site, and those that lead elsewhere or stand in a frame. */
const leftOut = /^(?:en\/)?(?:r|embed|editors|report|licenses)\//;
const english = /^en\//;
/** What the book tells a shelf of handbooks. */
const forShelves = /^pagefind\/shelf\//;
/** An index's head is there under the edition's name as well, and that is the one asked for. */
const unnamedHead = /\/index\.json$/;

/**
 * Which files of a built site reading and searching it in one language takes. English is searched in both indexes, since what isn't found in
 * English is looked for in the Chinese text.
 */
export function isOfBook(path: string, language: 'zh' | 'en'): boolean {
  if (shared.test(path)) return true;
  if (path.startsWith('pagefind/'))
    return (
      !unnamedHead.test(path) &&
      !forShelves.test(path) &&
      (language === 'en' || path.startsWith('pagefind/zh/'))
    );
  if (leftOut.test(path) || english.test(path) !== (language === 'en')) return false;
  return path.endsWith('index.html') || path.endsWith('/qr.svg');
}
