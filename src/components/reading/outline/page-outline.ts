import type { Localized } from '../../../schemas/localized.ts';

/** A place on a page: its anchor and its name. */
export interface Place {
  id: string;
  name: Localized;
  /** It is inside the place before it. */
  inner?: true;
}

const heading = /<h([23]) id="([a-z0-9-]+)"[^>]*>(.*?)<\/h\1>/gs;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** Text of rendered inline markup. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');

/** The places that a rendered text offers: its sections, its cases and its labelled blocks, in order. */
export function pageOutline(
  parts: readonly { html: string; case?: { id: string; title: Localized } }[],
  blockNames: Record<string, string>,
): Place[] {
  return parts.flatMap((part): Place[] => {
    if (part.case) return [{ id: `case-${part.case.id}`, name: part.case.title }];
    return [...part.html.matchAll(heading)].flatMap(([, depth, id = '', html = '']): Place[] => {
      // A third heading that isn't a section is a comment on the story above it.
      if (depth === '3' && !id.startsWith('s-')) return [];
      const zh = plain(html);
      const en = blockNames[zh];
      return [
        {
          id,
          name: en === undefined ? { zh } : { zh, en },
          ...(depth === '3' ? { inner: true as const } : {}),
        },
      ];
    });
  });
}
