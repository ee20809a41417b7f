/** What saves the book comes when it is asked for: at once on the page that is about it, in the contents by a click. */
export function offerSaving(place: HTMLElement): void {
  const load = () =>
    import('./save-panel.ts').then(({ savePanel }) => {
      savePanel(place);
    });
  const link = place.querySelector('a');
  // It is broken off if the reader goes on to another page meanwhile.
  if (!link) load().catch(() => undefined);
  else
    link.addEventListener('click', (event) => {
      event.preventDefault();
      // Without it, the page of downloads is still there.
      load().catch(() => {
        location.href = link.href;
      });
    });
}
