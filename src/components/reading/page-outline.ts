import type { Localized } from '../../schemas/localized.ts';

/** A place on a page: its anchor and its name. */
export interface Place {
  id: string;
  name: Localized;
}

/** The places that a rendered text offers: its cases and its labelled blocks, in order. */
export function pageOutline(
  parts: readonly { html: string; case?: { id: string; title: Localized } }[],
  blockNames: Record<string, string>,
): Place[] {
  return parts.flatMap((part): Place[] => {
    if (part.case) return [{ id: `case-${part.case.id}`, name: part.case.title }];
    return [...part.html.matchAll(/<h2 id="([a-z0-9-]+)">([^<]*)<\/h2>/g)].map(([, id = '', zh = '']) => {
      const en = blockNames[zh];
      return { id, name: en === undefined ? { zh } : { zh, en } };
    });
  });
}
