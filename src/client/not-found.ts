import { link } from '../i18n/links.ts';
import { pathWords } from '../lib/path-words.ts';

const language = location.pathname.startsWith(link('en')) ? 'en' : 'zh';
const words = pathWords(location.pathname.slice(link('zh').length - 1).replace(/^\/404(?:\.html)?\/?$/, '/'));
const sections = [...document.querySelectorAll<HTMLElement>('[data-not-found]')];
const wanted = sections.find((section) => section.dataset.notFound === language) ?? sections[0];

// A host has one page for whatever is missing, so it holds both languages; the address says which one was meant.
if (wanted && wanted !== sections[0]) {
  document.documentElement.lang = wanted.lang;
  document.title = wanted.dataset.title ?? '';
  const heading = document.createElement('h1');
  const title = wanted.querySelector('h2.title');
  heading.className = title?.className ?? '';
  heading.textContent = wanted.dataset.title ?? '';
  title?.replaceWith(heading);
}
for (const section of sections) section.hidden = section !== wanted;

const root = wanted?.querySelector<HTMLElement>('.search-panel');
if (root && words !== '') {
  // The panel speaks the page's language, which is settled above.
  const { SearchPanel } = await import('../search/client/panel.ts');
  wanted!.querySelector<HTMLElement>('[data-searched]')!.hidden = false;
  await new SearchPanel(root).show({ typed: words, narrowing: {} });
}
