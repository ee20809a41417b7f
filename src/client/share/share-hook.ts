import { find } from '../kit/find.ts';
import { loadPart } from '../kit/load.ts';

/**
 * The share menu's script comes when the menu is first opened. What is pressed until then is answered when it is there; if it does not come,
 * that is said, and the next press asks for it again.
 */
export function loadShareMenu(root: HTMLElement): void {
  const menu = find(root, '#share');
  let pressed: HTMLElement[] = [];
  let loading: Promise<void> | undefined;

  const load = () => {
    loading ??= loadPart(() => import('./share.ts')).then(
      ({ shareMenu }) => {
        menu.removeEventListener('click', press);
        menu.removeEventListener('beforetoggle', load);
        shareMenu(root);
        for (const button of pressed) button.click();
      },
      () => {
        loading = undefined;
        pressed = [];
        find(root, '[role=status]').textContent = root.dataset['failed'] ?? '';
      },
    );
  };
  const press = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || button.hasAttribute('popovertarget')) return;
    pressed.push(button);
    load();
  };
  menu.addEventListener('click', press);
  menu.addEventListener('beforetoggle', load);
}
