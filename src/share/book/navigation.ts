import { escapeHtml } from '../../lib/html/escape.ts';
import type { EpubBook } from './epub-book.ts';
import type { Place, Section } from './section.ts';

const item = (href: string, title: string, inner = '', type = '') =>
  `<li><a${type === '' ? '' : ` epub:type="${type}"`} href="${href}">${escapeHtml(title)}</a>${inner}</li>`;
const list = (items: readonly string[]) => (items.length === 0 ? '' : `<ol>${items.join('\n')}</ol>`);
const placeIn = ({ id }: Section, place: Place) => `${id}.xhtml#${place.id}`;

/** A line of the table of contents. A part has no place of its own. */
export interface ContentsLine {
  title: string;
  href: string | undefined;
  inner: ContentsLine[];
}

/** Chapters with their rules, the chapters of a part beneath its title. */
export function contentsLines(sections: readonly Section[]): ContentsLine[] {
  const lines: ContentsLine[] = [];
  let part: ContentsLine | undefined;
  for (const section of sections) {
    if (section.part !== undefined) {
      part = { title: section.part, href: undefined, inner: [] };
      lines.push(part);
    } else if (section.kind !== 'chapter') part = undefined;
    const inner = section.places.map((place) => ({
      title: place.title,
      href: placeIn(section, place),
      inner: [],
    }));
    (part?.inner ?? lines).push({ title: section.title, href: `${section.id}.xhtml`, inner });
  }
  return lines;
}

const contents = (lines: readonly ContentsLine[]): string =>
  list(
    lines.map(({ title, href, inner }) =>
      href === undefined
        ? `<li><span>${escapeHtml(title)}</span>${contents(inner)}</li>`
        : item(href, title, contents(inner)),
    ),
  );

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
    `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${escapeHtml(words.contents)}</h1>${contents(contentsLines(sections))}</nav>`,
    ...(pages.length === 0
      ? []
      : [
          `<nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden"><h2>${escapeHtml(words.pages)}</h2>${list(pages)}</nav>`,
        ]),
    `<nav epub:type="landmarks" id="landmarks" hidden="hidden"><h2>${escapeHtml(words.landmarks)}</h2>${list(landmarks)}</nav>`,
  ].join('\n');
}
