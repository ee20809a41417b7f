import type { DeskMessages } from '../../../../src/i18n/desk/messages.ts';
import type { TreeItem } from '../../protocol/model.ts';
import { make } from '../kit/dom.ts';
import { clickedPiece, lineOf, pieceOf } from './page-places.ts';
import type { Store } from '../state/store.ts';

/** Milliseconds that a line has to stay active before its page is loaded. */
const minActiveMs = 350;
/** Milliseconds that styles and typefaces of a development page may come late. */
const stylesMs = 500;

/**
 * The page with the active line, as its readers will see it. The line is marked, and a click on the page activates another line. The
 * development server reloads the page when it changes.
 */
export function previewOf(store: Store, words: DeskMessages, lang: 'zh' | 'en'): HTMLElement {
  const frame = make('iframe', { title: words.page, hidden: true });
  const hint = make('p', { class: 'hint' }, words.noPage);
  const link = make('a', { target: '_blank', rel: 'noreferrer', hidden: true }, words.openPage);
  let waiting = 0;
  let shown: TreeItem | undefined;
  let marked: HTMLElement | undefined;

  const mark = () => {
    const page = frame.contentDocument;
    if (!page) return;
    if (marked) marked.style.outline = '';
    marked = pieceOf(page, store.text(store.active));
    if (!marked) return;
    marked.style.outline = '2px solid';
    marked.style.outlineOffset = '4px';
    // Only the frame is scrolled, not the desk.
    const { top, height } = marked.getBoundingClientRect();
    frame.contentWindow?.scrollBy({ top: top + height / 2 - frame.clientHeight / 2, behavior: 'instant' });
  };
  const show = () => {
    const { entry } = store;
    if (entry?.address === undefined || store.view.problem !== undefined) return;
    if (entry.address === shown?.address) {
      shown = entry;
      mark();
      return;
    }
    shown = entry;
    const address = `../${lang === 'en' ? 'en/' : ''}${entry.address}`;
    frame.src = address;
    frame.title = words.pageOf(entry.title);
    link.href = address;
    frame.hidden = link.hidden = false;
    hint.hidden = true;
  };
  frame.addEventListener('load', () => {
    mark();
    // The page may have moved once its styles are there.
    setTimeout(mark, stylesMs);
    frame.contentDocument?.addEventListener('click', ({ target }) => {
      const piece = clickedPiece(target);
      const index = piece && shown?.lines && lineOf(store, piece, shown.lines);
      if (index !== undefined) store.select(index);
    });
  });
  const later = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(show, minActiveMs);
  };
  store.onSelect(later);
  store.onChange(later);
  return make('section', { class: 'preview', 'aria-label': words.page }, hint, link, frame);
}
