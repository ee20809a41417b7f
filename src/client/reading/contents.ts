/** Have the list of contents open at the chapter being read. */
export function openAtCurrent(contents: HTMLElement): void {
  const show = () => {
    const current = contents.querySelector('[aria-current]');
    if (!current) return;
    const distance = current.getBoundingClientRect().top - contents.getBoundingClientRect().top;
    if (distance > contents.clientHeight * 0.6) contents.scrollTop += distance - contents.clientHeight * 0.3;
  };
  show();
  contents.addEventListener('toggle', show);
}
