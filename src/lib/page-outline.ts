export interface Place {
  id: string;
  name: string;
  lang?: string | undefined;
}

/** The anchors that a rendered text offers: its cases and its labelled blocks, in order. */
export function pageOutline(
  parts: readonly { html: string; case?: { id: string; title: { zh: string } } }[],
): Place[] {
  return parts.flatMap((part): Place[] => {
    if (part.case) return [{ id: `case-${part.case.id}`, name: part.case.title.zh, lang: 'zh-Hans' }];
    return [...part.html.matchAll(/<h2 id="([a-z0-9-]+)">([^<]*)<\/h2>/g)].map(([, id, name]) => ({
      id: id!,
      name: name!,
      lang: 'zh-Hans',
    }));
  });
}
