import { htmlLang, type Language } from '../../i18n/languages.ts';
import { link } from '../../i18n/links.ts';
import { find } from '../kit/find.ts';
import { fetchPage } from '../kit/trusted.ts';
import { pathWords } from './path-words.ts';

/** The language of the page that was meant, and a query made from its address. */
export function meantBy(pathname: string): { language: Language; words: string } {
  const below = pathname.slice(link('zh').length - 1).replace(/^\/404(?:\.html)?\/?$/, '/');
  return { language: pathname.startsWith(link('en')) ? 'en' : 'zh', words: pathWords(below) };
}

/** Put the parts around the page in the language that was meant; they are those of its first page. */
async function changeFrame(language: Language): Promise<void> {
  const parts = ['.skip', '.site-header', '.contents', '.site-footer'];
  try {
    const home = await fetchPage(link(language));
    for (const part of parts) {
      const other = home.querySelector(part);
      if (other) document.querySelector(part)?.replaceWith(other);
    }
  } catch {
    // Offline: the frame stays in the other language, and is marked as such.
    for (const part of parts) document.querySelector(part)?.setAttribute('lang', htmlLang.zh);
  }
}

/** Make a section the page's own: its language, its title, its first heading. */
function lead(section: HTMLElement): void {
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
 * Answer for a missing page in the language of its address, with a search for the words in the address. A host
 * has one page for everything that is missing, so that page holds both languages.
 */
export async function answerForMissing(): Promise<void> {
  const { language, words } = meantBy(location.pathname);
  const sections = [...document.querySelectorAll<HTMLElement>('[data-not-found]')];
  const wanted = sections.find((section) => section.dataset['notFound'] === language) ?? sections[0];
  if (!wanted) return;
  if (wanted !== sections[0]) {
    lead(wanted);
    void changeFrame(language);
  }
  for (const section of sections) section.hidden = section !== wanted;
  if (words === '') return;
  // The panel is in the page's language, so it comes after that is known.
  const { SearchPanel } = await import('../search/panel.ts');
  find(wanted, '[data-searched]').hidden = false;
  await new SearchPanel(find(wanted, '.search-panel')).show({ typed: words, narrowing: {} });
}
