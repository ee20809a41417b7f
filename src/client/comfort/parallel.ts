import { element } from '../kit/element.ts';
import { find } from '../kit/find.ts';
import { sayNotFetched } from '../kit/notice.ts';
import { fetchPage } from '../kit/trusted.ts';
import css from './parallel.css?inline';

const paragraphs = '.prose :is(p, li, span)[id^="p-"]';
const isBlock = (node: Node) =>
  node instanceof Element && node.matches('ul, ol, p, div, table, pre, blockquote');
const languageOf = (node: Element) => node.closest<HTMLElement>('[lang]')?.lang ?? '';

/** Whether the reader wants both languages. Asked again once the other page is there, since that may take long. */
const isWanted = () => document.documentElement.dataset['text'] === 'both';

/** A paragraph's own words: without notes, and without lists inside it, which have paragraphs of their own. */
function wordsOf(paragraph: Element): string {
  const copy = paragraph.cloneNode(true) as Element;
  for (const node of copy.querySelectorAll('small, ul, ol, input')) node.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

/** Put the words of the other language beside a paragraph. */
function pair(paragraph: HTMLElement, partner: Element): void {
  const children = [...paragraph.childNodes];
  const block = children.find(isBlock);
  const own = element('span', { class: 'own' });
  own.append(...(block ? children.slice(0, children.indexOf(block)) : children));
  paragraph.prepend(
    own,
    element('span', { class: 'partner', lang: languageOf(partner), 'data-no-copy': true }, wordsOf(partner)),
  );
}

let style: HTMLStyleElement | undefined;

/**
 * Fetch the page in the other language, and show beside each paragraph the one of the same id. If the page can't be fetched, say
 * so and leave the text as it is.
 */
async function showBoth(): Promise<void> {
  const own = [...document.querySelectorAll<HTMLElement>(paragraphs)];
  if (own.length === 0 || document.querySelector('.partner') !== null) return;
  const other = await fetchPage(
    find<HTMLAnchorElement>(document, 'a[data-language]').href.split('#')[0] ?? '',
  ).catch(() => undefined);
  const partners = new Map([...(other?.querySelectorAll(paragraphs) ?? [])].map((each) => [each.id, each]));
  if (partners.size === 0) {
    sayNotFetched();
    return;
  }
  if (!isWanted() || document.querySelector('.partner') !== null) return;
  style ??= document.head.appendChild(element('style', {}, css));
  for (const paragraph of own) {
    const partner = partners.get(paragraph.id);
    if (partner && languageOf(partner) !== languageOf(paragraph)) pair(paragraph, partner);
  }
}

/** Remove the other language. */
function showOne(): void {
  for (const partner of document.querySelectorAll('.partner')) partner.remove();
  for (const own of document.querySelectorAll('.own')) own.replaceWith(...own.childNodes);
}

/** Show the text as the reader wants it. */
export async function showText(): Promise<void> {
  if (isWanted()) await showBoth();
  else showOne();
}
