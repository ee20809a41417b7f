import { search } from '../../../i18n/search.ts';
import { occurrences, type Stretch } from '../../../search/query/show/occurrences.ts';
import { markParameter } from './marked-address.ts';
import { element } from '../../kit/element.ts';
import { find } from '../../kit/find.ts';
import { pageLanguage } from '../../kit/page-language.ts';
import css from './marks.css?inline';

/** Blocks of text. A phrase is only found within one of them. */
const blocks = 'p, li, h1, h2, h3, h4, dt, dd, td, blockquote, figcaption';

/** Text nodes of a block, without those of blocks inside it. */
function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest(blocks) === block) nodes.push(node);
  }
  return nodes;
}

/** Wrap one occurrence in `<mark>`, one element for each text node. */
function wrap(nodes: readonly Text[], { start, end }: Stretch): HTMLElement[] {
  const marks: HTMLElement[] = [];
  let offset = 0;
  for (const node of nodes) {
    const { length } = node.data;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    if (from >= to) continue;
    const piece = from > 0 ? node.splitText(from) : node;
    if (to - from < piece.data.length) piece.splitText(to - from);
    const mark = element('mark', { class: 'found' });
    piece.replaceWith(mark);
    mark.append(piece);
    marks.push(mark);
  }
  return marks;
}

/** Mark every occurrence of the terms in the page's text. Each result is the list of `<mark>` elements of one occurrence. */
function markAll(root: Element, terms: readonly string[]): HTMLElement[][] {
  const found: HTMLElement[][] = [];
  for (const block of root.querySelectorAll(blocks)) {
    if (block.closest('nav, aside, [popover], search, .screen-only')) continue;
    const text = textNodes(block)
      .map(({ data }) => data)
      .join('');
    // From the last to the first, so that the offsets of the marks still to come stay right.
    const stretches = occurrences(text, terms).reverse();
    found.push(...stretches.map((stretch) => wrap(textNodes(block), stretch)).reverse());
  }
  return found.filter((pieces) => pieces.length > 0);
}

/** Show a bar that leads from one marked place to the next, and removes the marks. */
function addBar(found: readonly HTMLElement[][], clear: () => void): void {
  const t = search[pageLanguage()];
  let current = 0;
  const count = element('span', { role: 'status' });
  const go = (step: number, smooth = true): void => {
    for (const piece of found[current] ?? []) piece.classList.remove('current');
    current = (current + step + found.length) % found.length;
    const pieces = found[current] ?? [];
    for (const piece of pieces) piece.classList.add('current');
    const calm = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
    pieces[0]?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    count.textContent = t.marks(current + 1, found.length);
  };
  const button = (name: string, sign: string, act: () => void): HTMLButtonElement => {
    const made = element('button', { type: 'button', 'aria-label': name, title: name }, sign);
    made.addEventListener('click', act);
    return made;
  };
  const made = element(
    'div',
    { class: 'marks-bar screen-only', role: 'group', 'aria-label': t.marksLabel },
    button(t.previousMark, '↑', () => {
      go(-1);
    }),
    count,
    button(t.nextMark, '↓', () => {
      go(1);
    }),
    button(t.clearMarks, '×', () => {
      clear();
      made.remove();
    }),
  );
  find(document, 'main').append(made);
  go(startingAt(found), false);
}

/** Index of the place to start at: the first one in the element that the address names, else the first on the page. */
function startingAt(found: readonly HTMLElement[][]): number {
  const target = location.hash.startsWith('#p-') ? null : document.getElementById(location.hash.slice(1));
  const there = found.findIndex(([mark]) => mark && target?.parentElement?.contains(mark));
  return Math.max(0, there);
}

function unmark(found: readonly HTMLElement[][]): void {
  for (const mark of found.flat()) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  const address = new URL(location.href);
  address.searchParams.delete(markParameter);
  history.replaceState(history.state, '', address);
}

/** A search sends no longer terms. */
const maxTermLength = 200;

/** Mark the terms that this page's address names. */
export function markPage(): void {
  const asked = new URLSearchParams(location.search).getAll(markParameter);
  const terms = asked.filter((term) => term.length <= maxTermLength);
  const root = document.querySelector('main article') ?? document.querySelector('main');
  if (!root || terms.length === 0) return;
  document.head.append(element('style', {}, css));
  const found = markAll(root, terms);
  if (found.length > 0)
    addBar(found, () => {
      unmark(found);
    });
}
