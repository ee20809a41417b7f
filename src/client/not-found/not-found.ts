import { htmlLang, type Language } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';
import { find } from '../kit/find.ts';
import { fetchPage } from '../kit/trusted.ts';
import { pathWords } from './path-words.ts';

/** The language of the page that was meant, and a query made from the words of its address. */
export function meantBy(pathname: string): { language: Language; words: string } {
  const below = pathname.slice(link('zh').length - 1).replace(/^\/404(?:\.html)?\/?$/, '/');
  return { language: pathname.startsWith(link('en')) ? 'en' : 'zh', words: pathWords(below) };
}

/** Replace header, contents and footer by those of the first page in the language that was meant. */
async function changeFrame(language: Language): Promise<void> {
  const parts = ['.skip', '.site-header', '.contents', '.site-footer'];
  try {
    const home = await fetchPage(link(language));
    for (const part of parts) {
      const other = home.querySelector(part);
      if (other) document.querySelector(part)?.replaceWith(other);
    }
  } catch {
    // Offline: they stay in Chinese, and are marked so.
    for (const part of parts) document.querySelector(part)?.setAttribute('lang', htmlLang.zh);
  }
}

/** Make a section the main one of the page: the page takes its language and title, and its heading becomes the first heading. */
function makeMain(section: HTMLElement): void {
  const { title = '' } = section.dataset;
  document.documentElement.lang = section.lang;
  document.title = title;
  const heading = document.createElement('h1');
  const second = section.querySelector('h2.title');
  heading.className = second?.className ?? '';
  heading.textContent = title;
  second?.replaceWith(heading);
  document.querySelector('#comfort')?.setAttribute('lang', htmlLang.zh);
}

/**
 * Answer for a missing page in the language of its address, with a search for the words in the address. A host has only one page
 * for missing pages, so that page has both languages.
 */
export async function answerForMissing(): Promise<void> {
  const { language, words } = meantBy(location.pathname);
  const sections = [...document.querySelectorAll<HTMLElement>('[data-not-found]')];
  const wanted = sections.find((section) => section.dataset['notFound'] === language) ?? sections[0];
  if (!wanted) return;
  if (wanted !== sections[0]) {
    makeMain(wanted);
    void changeFrame(language);
  }
  for (const section of sections) section.hidden = section !== wanted;
  if (words === '') return;
  // The panel takes the page's language, so it is made after that has changed.
  const { SearchPanel } = await import('../search/panel.ts');
  find(wanted, '[data-searched]').hidden = false;
  await new SearchPanel(find(wanted, '.search-panel')).show({ typed: words, narrowing: {} });
}
