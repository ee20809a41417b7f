import type { CheckedLink } from './check-links.ts';

/** Characters of an address that are printed. */
const maxPrintedAddress = 300;
const shortened = (url: string): string =>
  url.length <= maxPrintedAddress ? url : `${url.slice(0, maxPrintedAddress)}…`;

/** The report on a file: two lines for each link, then the numbers of links by state. */
export function reportFile(file: string, links: readonly CheckedLink[]): string {
  const lines = links.map(({ slide, state, url, place, note, instead }) => {
    const where = slide === null ? '—' : `slide ${slide}`;
    const found = place === 'link' ? '' : ` (${place})`;
    const use = instead === undefined ? '' : ` Use ${instead}`;
    return `  ${where.padEnd(9)} ${state.padEnd(8)} ${shortened(url)}${found}\n${' '.repeat(21)}${note}${use}`;
  });
  const count = (state: CheckedLink['state']) => links.filter((link) => link.state === state).length;
  const states = (['fine', 'moved', 'gone', 'unknown'] as const).filter((state) => count(state) > 0);
  const total =
    links.length === 0
      ? '  No links to the handbook.'
      : `  ${links.length} ${links.length === 1 ? 'link' : 'links'}: ${states.map((state) => `${count(state)} ${state}`).join(', ')}.`;
  return [file, ...lines, total].join('\n');
}
