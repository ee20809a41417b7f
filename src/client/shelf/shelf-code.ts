import { isObject, isText } from '../../lib/guards.ts';
import { own } from '../../lib/own.ts';

const permanentPath = /\/(en\/)?r\/([a-z0-9-]{1,40})\/([2-9a-hjkmnp-tv-z]{5,})\/?$/;

/**
 * Where a permanent address of a shelf leads: `/r/sales/k7mq2/` to the handbook `sales`. `undefined` for another kind of address, or
 * if the handbook is not on the shelf.
 * @param ways addresses of the handbooks by their ids
 */
export function addressOfCode(path: string, ways: unknown): string | undefined {
  const [, language = '', id = '', name = ''] = permanentPath.exec(path) ?? [];
  const address = isObject(ways) ? own(ways, id) : undefined;
  return isText(address) && name !== '' ? `${address}${language}r/${name}/` : undefined;
}

/** On the shelf's page for missing pages: lead a permanent address on to its handbook, which may have given the code after the shelf was made. */
export function leadToCode(): void {
  const ways = document.querySelector<HTMLElement>('[data-ways]')?.dataset['ways'] ?? '{}';
  const address = addressOfCode(location.pathname, JSON.parse(ways));
  if (address !== undefined) location.replace(address + location.hash);
}
