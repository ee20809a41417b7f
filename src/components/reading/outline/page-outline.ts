import { decodeEntities } from '../../../lib/html/entities.ts';
import type { Localized } from '../../../schemas/localized.ts';

/** A place on a page: its anchor and its name. */
export interface Place {
  id: string;
  name: Localized;
  /** Whether it is a subsection of the place before it. */
  inner?: true;
}

const heading = /<h([23]) id="([a-z0-9-]+)"[^>]*>(.*?)<\/h\1>/gs;

/** Text of rendered inline markup. */
const plain = (html: string): string => decodeEntities(html.replace(/<[^>]*>/g, ''));

/** The places of a rendered text that links can lead to: sections, cases and labelled blocks, in order. */
export function pageOutline(
  parts: readonly { html: string; case?: { id: string; title: Localized } }[],
  blockNames: Record<string, string>,
): Place[] {
  return parts.flatMap((part): Place[] => {
    if (part.case) return [{ id: `case-${part.case.id}`, name: part.case.title }];
    return [...part.html.matchAll(heading)].flatMap(([, depth, id = '', html = '']): Place[] => {
      // Other third-level headings are the labels of comments on a story.
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
