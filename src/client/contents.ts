// The column of contents opens at the chapter being read, not at the first one.
const contents = document.querySelector<HTMLElement>('#contents');
const current = contents?.querySelector<HTMLElement>('[aria-current]');

function showCurrent(): void {
  if (!contents || !current) return;
  const distance = current.getBoundingClientRect().top - contents.getBoundingClientRect().top;
  if (distance > contents.clientHeight * 0.6) contents.scrollTop += distance - contents.clientHeight * 0.3;
}

showCurrent();
contents?.addEventListener('toggle', showCurrent);
