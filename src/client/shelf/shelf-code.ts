import { isText } from '../../lib/guards.ts';

const code = /\/(en\/)?r\/([a-z0-9-]{1,40})\/([2-9a-hjkmnp-tv-z]{5,})\/?$/;

/**
 * Where a permanent address of a shelf leads; `undefined` for another kind of address, and for a handbook that
 * is not on the shelf.
 */
export function addressOfCode(path: string, ways: unknown): string | undefined {
  const [, language = '', id = '', name = ''] = code.exec(path) ?? [];
  const address = Object.entries(ways as Record<string, unknown>).find(([each]) => each === id)?.[1];
  return isText(address) && name !== '' ? `${address}${language}r/${name}/` : undefined;
}

/** A code that its handbook gave after the shelf was made has no page here yet, but leads to the handbook all the same. */
export function leadToCode(): void {
  const ways = document.querySelector<HTMLElement>('[data-ways]')?.dataset['ways'] ?? '{}';
  const address = addressOfCode(location.pathname, JSON.parse(ways));
  if (address !== undefined) location.replace(address + location.hash);
}
