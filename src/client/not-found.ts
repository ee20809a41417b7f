import { htmlLang } from '../i18n/languages.ts';
import { link } from '../i18n/links.ts';
import { fetchPage } from './kit/trusted.ts';
import { pathWords } from './path-words.ts';

const language = location.pathname.startsWith(link('en')) ? 'en' : 'zh';
const words = pathWords(location.pathname.slice(link('zh').length - 1).replace(/^\/404(?:\.html)?\/?$/, '/'));
const sections = [...document.querySelectorAll<HTMLElement>('[data-not-found]')];
const wanted = sections.find((section) => section.dataset.notFound === language) ?? sections[0];

/** Put the parts around the page in the language that was meant; they are those of its first page. */
async function changeFrame(): Promise<void> {
  const parts = ['.skip', '.site-header', '.contents', '.site-footer'];
  try {
    const home = await fetchPage(link(language));
    for (const part of parts) {
      const other = home.querySelector(part);
      if (other) document.querySelector(part)?.replaceWith(other);
    }
  } catch {
    // Offline: the frame stays in the other language, and says so.
    for (const part of parts) document.querySelector(part)?.setAttribute('lang', htmlLang.zh);
  }
}

// A host has one page for whatever is missing, so it holds both languages; the address says which one was meant.
if (wanted && wanted !== sections[0]) {
  document.documentElement.lang = wanted.lang;
  document.title = wanted.dataset.title ?? '';
  const heading = document.createElement('h1');
  const title = wanted.querySelector('h2.title');
  heading.className = title?.className ?? '';
  heading.textContent = wanted.dataset.title ?? '';
  title?.replaceWith(heading);
  document.querySelector('#comfort')?.setAttribute('lang', htmlLang.zh);
  void changeFrame();
}
for (const section of sections) section.hidden = section !== wanted;

const root = wanted?.querySelector<HTMLElement>('.search-panel');
if (root && words !== '') {
  // The panel speaks the page's language, which is settled above.
  const { SearchPanel } = await import('./search/panel.ts');
  wanted!.querySelector<HTMLElement>('[data-searched]')!.hidden = false;
  await new SearchPanel(root).show({ typed: words, narrowing: {} });
}
