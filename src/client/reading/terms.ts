/** Have a term's link open its explanation as a popover beside it. Without popovers the browser follows the link. */
export function openTerms(): void {
  document.addEventListener('click', (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey } = event;
    const term = target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;
    if (!term || button !== 0 || ctrlKey || metaKey || shiftKey) return;
    const note = document.getElementById(term.hash.slice(1));
    if (!note || !('showPopover' in note)) return;
    event.preventDefault();
    for (const other of document.querySelectorAll<HTMLElement>('a.term'))
      other.style.removeProperty('anchor-name');
    term.style.setProperty('anchor-name', '--term');
    note.style.setProperty('position-anchor', '--term');
    note.showPopover();
  });
}
