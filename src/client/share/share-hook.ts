import { find } from '../kit/find.ts';
import { loadPart } from '../kit/load.ts';

/**
 * Load the share menu's script when the menu is first opened. Buttons that are clicked before it is there are clicked again then. If it
 * doesn't load, the menu says so, and the next click tries again.
 */
export function loadShareMenu(root: HTMLElement): void {
  const menu = find(root, '#share');
  let clicked: HTMLElement[] = [];
  let loading: Promise<void> | undefined;

  const load = () => {
    loading ??= loadPart(() => import('./share.ts')).then(
      ({ shareMenu }) => {
        menu.removeEventListener('click', noteClick);
        menu.removeEventListener('beforetoggle', load);
        shareMenu(root);
        for (const button of clicked) button.click();
      },
      () => {
        loading = undefined;
        clicked = [];
        find(root, '[role=status]').textContent = root.dataset['failed'] ?? '';
      },
    );
  };
  const noteClick = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || button.hasAttribute('popovertarget')) return;
    clicked.push(button);
    load();
  };
  menu.addEventListener('click', noteClick);
  menu.addEventListener('beforetoggle', load);
}
