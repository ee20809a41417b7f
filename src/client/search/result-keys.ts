/** Arrow keys go from the searchbox through the results and back. */
export function moveThroughResults(
  event: KeyboardEvent,
  input: HTMLElement,
  links: readonly HTMLElement[],
): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  const at = links.findIndex((link) => link === document.activeElement);
  if (step === undefined || (at < 0 && document.activeElement !== input)) return;
  const to = at + step === -1 ? input : links[at + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
}
