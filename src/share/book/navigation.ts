import { escapeHtml } from '../../lib/html.ts';
import type { EpubBook } from './epub-book.ts';
import type { Place, Section } from './sections.ts';

const item = (href: string, title: string, inner = '', type = '') =>
  `<li><a${type === '' ? '' : ` epub:type="${type}"`} href="${href}">${escapeHtml(title)}</a>${inner}</li>`;
const list = (items: readonly string[]) => (items.length === 0 ? '' : `<ol>${items.join('\n')}</ol>`);
const placeIn = ({ id }: Section, place: Place) => `${id}.xhtml#${place.id}`;

/** Chapters with their rules, the chapters of a part beneath its title. */
function contents(sections: readonly Section[]): string {
  const items: string[] = [];
  let inPart: { title: string; items: string[] } | undefined;
  const close = () => {
    if (inPart) items.push(`<li><span>${escapeHtml(inPart.title)}</span>${list(inPart.items)}</li>`);
    inPart = undefined;
  };
  for (const section of sections) {
    if (section.part !== undefined || section.kind !== 'chapter') close();
    if (section.part !== undefined) inPart = { title: section.part, items: [] };
    const inner = list(section.places.map((place) => item(placeIn(section, place), place.title)));
    (inPart?.items ?? items).push(item(`${section.id}.xhtml`, section.title, inner));
  }
  close();
  return list(items);
}

/** The book's lists: its table of contents, the pages of the printed book, and the places that reading programs look for. */
export function navigation({ sections, words }: EpubBook): string {
  const pages = sections.flatMap((section) =>
    section.pages.map((place) => item(placeIn(section, place), place.title)),
  );
  const text = sections.find(({ kind }) => kind === 'chapter');
  const glossary = sections.find(({ kind }) => kind === 'glossary');
  const landmarks = [
    item('title.xhtml', words.titlePage, '', 'titlepage'),
    item('nav.xhtml#toc', words.contents, '', 'toc'),
    ...(text ? [item(`${text.id}.xhtml`, words.text, '', 'bodymatter')] : []),
    ...(glossary ? [item('glossary.xhtml', glossary.title, '', 'glossary')] : []),
  ];
  return [
    `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${escapeHtml(words.contents)}</h1>${contents(sections)}</nav>`,
    ...(pages.length === 0
      ? []
      : [
          `<nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden"><h2>${escapeHtml(words.pages)}</h2>${list(pages)}</nav>`,
        ]),
    `<nav epub:type="landmarks" id="landmarks" hidden="hidden"><h2>${escapeHtml(words.landmarks)}</h2>${list(landmarks)}</nav>`,
  ].join('\n');
}
