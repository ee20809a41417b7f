/** The share menu's script comes when the menu is first opened. */
export function loadShareMenu(root: HTMLElement): void {
  root.querySelector('#share')?.addEventListener(
    'beforetoggle',
    () =>
      void import('./share.ts').then(({ shareMenu }) => {
        shareMenu(root);
      }),
    { once: true },
  );
}
