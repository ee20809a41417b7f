import MiniSearch from 'minisearch';
import { miniSearchOptions } from '../peer-options.ts';

let index: Promise<MiniSearch> | undefined;
const load = async () =>
  MiniSearch.loadJSON(await (await fetch('/minisearch.json')).text(), miniSearchOptions);

export async function search(typed: string): Promise<string[]> {
  index ??= load();
  return (await index).search(typed).map(({ id }) => id as string);
}

/** Excerpts come out of what is loaded already. */
export const show = (): Promise<void> => Promise.resolve();
