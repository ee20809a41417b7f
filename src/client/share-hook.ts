/** The share menu's script comes when the menu is first opened. */
document
  .querySelector('#share')
  ?.addEventListener('beforetoggle', () => void import('./share.ts'), { once: true });
