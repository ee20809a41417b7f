import type { BookNames } from '../../edition/book-names.ts';
import { escapeHtml } from '../../lib/html.ts';

/** What stands on the book's title page, in EPUB and in print. */
export function titlePage({ title, subtitle, authors, publisher, year }: BookNames): string {
  const by = authors.map(({ zh }) => zh).join('　');
  const imprint = [publisher?.zh, year].filter((fact) => fact !== undefined).join('　');
  return [
    `<h1>${escapeHtml(title.zh)}</h1>`,
    ...(title.en === undefined
      ? []
      : [`<p class="english" lang="en" xml:lang="en">${escapeHtml(title.en)}</p>`]),
    ...[subtitle?.zh ?? '', by, imprint].filter(Boolean).map((text) => `<p>${escapeHtml(text)}</p>`),
  ].join('');
}
