import { create, load, search as find, type AnyOrama } from '@orama/orama';
import { oramaTokenizer } from '../peer-options.ts';

let index: Promise<AnyOrama> | undefined;

async function open(): Promise<AnyOrama> {
  const made = create({
    schema: { name: 'string', title: 'string', text: 'string' },
    components: { tokenizer: oramaTokenizer },
  });
  load(made, (await (await fetch('/orama.json')).json()) as Parameters<typeof load>[1]);
  return made;
}

export async function search(typed: string): Promise<string[]> {
  index ??= open();
  const { hits } = await find(await index, {
    term: typed,
    properties: ['title', 'text'],
    threshold: 0,
    limit: 100_000,
  });
  return hits.map(({ document }) => (document as unknown as { name: string }).name);
}

export const show = (): Promise<void> => Promise.resolve();
