/** The share menu: what is copied, and links to a paragraph or to the text that is selected. Loaded when the menu first opens. */
import { passageLink } from './kit/passage-link.ts';
import { ownMarkup } from './kit/trusted.ts';

interface Shared {
  url: string;
  title: string;
  copied: string;
  refused: string;
  /** Name of a paragraph's button. */
  paragraph: string;
}

const root = document.querySelector<HTMLElement>('[data-share]')!;
const menu = root.querySelector<HTMLElement>('#share')!;
const status = root.querySelector<HTMLElement>('[role=status]')!;
const shared = JSON.parse(root.dataset['share']!) as Shared;
const find = (selector: string) => menu.querySelector<HTMLButtonElement>(selector)!;
const systemButton = find('[data-system]');
const textButton = find('[data-copy-text]');
const paragraphsButton = find('[data-paragraphs]');

/** Copying for pages without the clipboard API: plain http, old browsers. */
function copySelected(text: string, html: string | undefined): boolean {
  const holder = document.createElement('div');
  if (html === undefined) holder.textContent = text;
  else holder.innerHTML = ownMarkup(html);
  root.append(holder);
  getSelection()?.selectAllChildren(holder);
  const done = document.execCommand('copy');
  holder.remove();
  return done;
}

async function copy(text: string, html?: string): Promise<void> {
  let done = true;
  try {
    const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
    await (html === undefined
      ? navigator.clipboard.writeText(text)
      : navigator.clipboard.write([
          new ClipboardItem({ ...as('text/plain', text), ...as('text/html', html) }),
        ]));
  } catch {
    done = copySelected(text, html);
  }
  // Emptied first, so that a second copy is announced as well.
  status.textContent = '';
  setTimeout(() => {
    status.textContent = done ? shared.copied : shared.refused;
  }, 50);
}

/** Dates in citations are the day of copying. */
const dated = (text: string) => {
  const today = new Date();
  return text
    .replace('{iso}', today.toLocaleDateString('sv'))
    .replace('{long}', today.toLocaleDateString('en-US', { dateStyle: 'long' }));
};

/** A button before each paragraph that copies its link; a second call takes them away. */
function toggleParagraphs(): void {
  const on = paragraphsButton.ariaPressed !== 'true';
  paragraphsButton.ariaPressed = String(on);
  for (const old of document.querySelectorAll('.paragraph-link')) old.remove();
  if (!on) return;
  for (const paragraph of document.querySelectorAll<HTMLElement>('main p[id^="p-"]')) {
    const button = document.createElement('button');
    button.className = 'paragraph-link';
    button.textContent = '¶';
    button.ariaLabel = `${shared.paragraph}: ${paragraph.textContent.slice(0, 12)}`;
    button.style.cssText =
      'width:2em;margin-inline-start:-2em;line-height:1.75;text-indent:0;color:var(--cinnabar)';
    button.onclick = () => {
      void copy(passageLink(shared.url, paragraph.id)).then(() => {
        button.textContent = '✓';
      });
    };
    paragraph.prepend(button);
  }
  menu.hidePopover();
}

let selected = '';
menu.addEventListener('beforetoggle', noteSelection);
function noteSelection(): void {
  const selection = getSelection();
  const text = selection?.toString().trim() ?? '';
  const id = selection?.anchorNode?.parentElement?.closest('[id^="p-"]')?.id;
  if (text !== '' && id !== undefined) selected = passageLink(shared.url, id, text);
  textButton.hidden = selected === '';
}
noteSelection();

menu.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest('button');
  const { copy: text, rich } = button?.dataset ?? {};
  if (text !== undefined) void copy(dated(text), rich);
  else if (button === textButton) void copy(selected);
  else if (button === paragraphsButton) toggleParagraphs();
  else if (button === systemButton)
    void navigator.share({ title: shared.title, url: shared.url }).catch(() => undefined);
});
systemButton.hidden = !('share' in navigator);
