import { Index } from 'flexsearch';
import { flexSearchOptions } from '../peer-options.ts';

let index: Promise<Index> | undefined;

async function load(): Promise<Index> {
  const parts = (await (await fetch('/flexsearch.json')).json()) as Record<string, string>;
  const made = new Index(flexSearchOptions);
  for (const [key, data] of Object.entries(parts)) made.import(key, data);
  return made;
}

export async function search(typed: string): Promise<string[]> {
  index ??= load();
  return (await index).search(typed, { limit: 100_000 }) as string[];
}

export const show = (): Promise<void> => Promise.resolve();
