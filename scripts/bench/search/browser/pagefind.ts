interface Pagefind {
  search: (typed: string) => Promise<{ results: { id: string; data: () => Promise<unknown> }[] }>;
}

let results: { id: string; data: () => Promise<unknown> }[] = [];
const address = '/stock/pagefind.js';
let pagefind: Promise<Pagefind> | undefined;

export async function search(typed: string): Promise<string[]> {
  pagefind ??= import(address) as Promise<Pagefind>;
  ({ results } = await (await pagefind).search(typed));
  return results.map(({ id }) => id);
}

export async function show(pages: string[]): Promise<void> {
  await Promise.all(results.filter(({ id }) => pages.includes(id)).map(({ data }) => data()));
}
