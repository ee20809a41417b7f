import { keep, read } from '../kit/kept.ts';

const key = 'searches';
const keptAtMost = 8;

/** What was searched for on this device, the latest first. */
export const recentSearches = (): string[] => read<string[]>(key, []);

/** Keep a search that led somewhere. */
export function rememberSearch(typed: string): void {
  const text = typed.trim();
  if (text === '') return;
  keep(key, [text, ...recentSearches().filter((other) => other !== text)].slice(0, keptAtMost));
}

export const forgetSearches = (): void => {
  keep(key, []);
};
