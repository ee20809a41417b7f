import type { EnglishParagraph } from '../../schemas/english-text.ts';

/** The English that is shown for a Chinese paragraph. */
export interface Rendering {
  /** `undefined` if the paragraph has no English. */
  text: string | undefined;
  /** The Chinese has changed since it was translated. */
  stale: boolean;
  /** English whose Chinese is gone; it follows this paragraph, stale itself. */
  more: string[];
}

/**
 * Match English paragraphs with Chinese ones. A shared id decides. If the Chinese no longer has the id, the
 * English goes to the paragraph after the last match. If that one has English of its own, it is shown below the
 * last match instead. No English is lost unless there are no Chinese paragraphs.
 */
export function alignEnglish(
  ids: readonly string[],
  paragraphs: readonly EnglishParagraph[],
): Map<string, Rendering> {
  const places = new Map(ids.map((id, place) => [id, place]));
  const exact = new Set(paragraphs.map(({ id }) => id));
  const aligned = new Map<string, Rendering>(
    ids.map((id) => [id, { text: undefined, stale: false, more: [] }]),
  );
  const at = (place: number) => aligned.get(ids[place] ?? '');
  let next = 0;
  for (const { id, text } of paragraphs) {
    const place = places.get(id);
    if (place !== undefined) {
      aligned.set(id, { text, stale: false, more: at(place)?.more ?? [] });
      next = place + 1;
      continue;
    }
    const candidate = at(next);
    if (candidate && candidate.text === undefined && !exact.has(ids[next] ?? '')) {
      aligned.set(ids[next] ?? '', { ...candidate, text, stale: true });
      next += 1;
    } else {
      at(Math.max(0, next - 1))?.more.push(text);
    }
  }
  return aligned;
}

/** Ids of English paragraphs whose Chinese has changed or is gone. */
export function staleIds(ids: readonly string[], paragraphs: readonly EnglishParagraph[]): string[] {
  const current = new Set(ids);
  return paragraphs.flatMap(({ id }) => (current.has(id) || id.startsWith('s-') ? [] : [id]));
}

/** Ids of Chinese paragraphs that have no English, not even one made from an earlier wording. */
export function untranslatedIds(ids: readonly string[], paragraphs: readonly EnglishParagraph[]): string[] {
  const aligned = alignEnglish(
    ids,
    paragraphs.filter(({ id }) => id.startsWith('p-')),
  );
  return ids.filter((id) => aligned.get(id)?.text === undefined);
}
