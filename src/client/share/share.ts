import { hasShape, isOptional, isText } from '../../lib/guards.ts';
import { frameMarkup, richLink } from '../../lib/html/shared-markup.ts';
import { find } from '../kit/find.ts';
import { passageLink } from '../kit/passage-link.ts';
import { ownMarkup } from '../kit/trusted.ts';

/** What the page tells its share menu, in `data-share`. */
interface Shared {
  url: string;
  title: string;
  /** Number of the rule, as it is cited. */
  mark?: string | undefined;
  /** Address of the site. */
  root: string;
  /** Path of the page for frames. */
  frame: string;
  copied: string;
  refused: string;
  /** Name of a paragraph's button. */
  paragraph: string;
}

const isShared = hasShape<Shared>({
  url: isText,
  title: isText,
  mark: isOptional(isText),
  root: isText,
  frame: isText,
  copied: isText,
  refused: isText,
  paragraph: isText,
});

/** A citation with the day of copying instead of `{iso}` or `{long}`. */
export function datedCitation(text: string, day: Date): string {
  return text
    .replace('{iso}', day.toLocaleDateString('sv'))
    .replace('{long}', day.toLocaleDateString('en-US', { dateStyle: 'long' }));
}

/** Copy without the clipboard API, which old browsers and pages on plain http don't have. The text is put into `place` for a moment. */
function copySelected(place: HTMLElement, text: string, html: string | undefined): boolean {
  const holder = document.createElement('div');
  if (html === undefined) holder.textContent = text;
  else holder.innerHTML = ownMarkup(html);
  place.append(holder);
  getSelection()?.selectAllChildren(holder);
  const done = document.execCommand('copy');
  holder.remove();
  return done;
}

/** Copy a text, and for editors that take HTML the same as HTML. `false` if the browser refuses. */
async function copyTo(place: HTMLElement, text: string, html?: string): Promise<boolean> {
  try {
    const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
    await (html === undefined
      ? navigator.clipboard.writeText(text)
      : navigator.clipboard.write([
          new ClipboardItem({ ...as('text/plain', text), ...as('text/html', html) }),
        ]));
    return true;
  } catch {
    return copySelected(place, text, html);
  }
}

/** A button before a paragraph that copies the paragraph's link. */
function paragraphButton(name: string, copy: () => Promise<void>): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'paragraph-link';
  button.textContent = '¶';
  button.ariaLabel = name;
  button.style.cssText =
    'width:2em;margin-inline-start:-2em;line-height:1.75;text-indent:0;color:var(--cinnabar)';
  button.onclick = () => {
    void copy().then(() => {
      button.textContent = '✓';
    });
  };
  return button;
}

/** Link to the words that are selected, if they are in a paragraph of the text. */
function selectedPassage(url: string): string | undefined {
  const selection = getSelection();
  const text = selection?.toString().trim() ?? '';
  if (!selection || selection.rangeCount === 0 || text === '') return undefined;
  // A range starts at its first word, even if it was selected backwards.
  const range = selection.getRangeAt(0);
  const first = [...document.querySelectorAll('main [id^="p-"]')].filter((each) =>
    range.intersectsNode(each),
  );
  // If list items are nested, the innermost one.
  const { startContainer: start } = range;
  const id = (first.filter((each) => each.contains(start)).pop() ?? first[0])?.id;
  return id === undefined ? undefined : passageLink(url, id, text);
}

/** Have the share menu copy what its buttons say, and offer links to paragraphs and to selected text. */
export function shareMenu(root: HTMLElement): void {
  const shared: unknown = JSON.parse(root.dataset['share'] ?? '');
  if (!isShared(shared)) throw new Error('Expected the share menu to say what it shares.');
  const menu = find(root, '#share');
  const status = find(root, '[role=status]');
  const systemButton = find(menu, '[data-system]');
  const textButton = find(menu, '[data-copy-text]');
  const paragraphsButton = find(menu, '[data-paragraphs]');
  let passage: string | undefined;

  const copy = async (text: string, html?: string) => {
    const done = await copyTo(root, text, html);
    // Emptied first, so that a second copy is announced as well.
    status.textContent = '';
    setTimeout(() => {
      status.textContent = done ? shared.copied : shared.refused;
    }, 50);
  };
  /** A second call takes the buttons away. */
  const toggleParagraphs = () => {
    const on = paragraphsButton.ariaPressed !== 'true';
    paragraphsButton.ariaPressed = String(on);
    for (const old of document.querySelectorAll('.paragraph-link')) old.remove();
    if (!on) return;
    for (const paragraph of document.querySelectorAll('main p[id^="p-"]')) {
      const name = `${shared.paragraph}: ${paragraph.textContent.slice(0, 12)}`;
      paragraph.prepend(paragraphButton(name, () => copy(passageLink(shared.url, paragraph.id))));
    }
    menu.hidePopover();
  };
  const notePassage = () => {
    passage = selectedPassage(shared.url) ?? passage;
    textButton.hidden = passage === undefined;
  };

  menu.addEventListener('beforetoggle', notePassage);
  menu.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const { copy: text, rich, frame } = button?.dataset ?? {};
    const { url, title, mark, root: site, frame: path } = shared;
    if (text !== undefined) {
      const name = mark === undefined ? title : `${mark} ${title}`;
      void copy(datedCitation(text, new Date()), rich === undefined ? undefined : richLink(url, name, text));
    } else if (frame !== undefined) void copy(frameMarkup(site, path, title));
    else if (button === textButton && passage !== undefined) void copy(passage);
    else if (button === paragraphsButton) toggleParagraphs();
    else if (button === systemButton) void navigator.share({ title, url }).catch(() => undefined);
  });
  systemButton.hidden = !('share' in navigator);
  notePassage();
}
