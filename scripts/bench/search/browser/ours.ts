import type { IndexLanguage } from '../../../../src/search/format/files.ts';
import { answer } from '../../../../src/search/browser/answer.ts';
import { indexOpener } from '../../../../src/search/browser/open-index.ts';

const opener = indexOpener('/ours/');

/** Pages that answer, best first, by their positions in the index. */
export async function search(typed: string): Promise<string[]> {
  return (await answer(typed, opener, 'zh'))?.hits.map(({ page }) => String(page)) ?? [];
}

/** Fetch what the first results show. */
export async function show(pages: string[], language: IndexLanguage = 'zh'): Promise<void> {
  const { text } = await opener(language);
  await Promise.all(pages.map((page) => text(Number(page))));
}
