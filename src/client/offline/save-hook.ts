/** Load the panel that saves the book: at once on the page of downloads, by a click on the link in the contents. */
export function offerSaving(place: HTMLElement): void {
  const load = () =>
    import('./save-panel.ts').then(({ savePanel }) => {
      savePanel(place);
    });
  const link = place.querySelector('a');
  // Loading fails if the reader leaves the page meanwhile.
  if (!link) load().catch(() => undefined);
  else
    link.addEventListener('click', (event) => {
      event.preventDefault();
      // If the panel can't be loaded, the link leads to the page of downloads.
      load().catch(() => {
        location.href = link.href;
      });
    });
}
