import type { Edit, PageElement } from './page-edits.ts';

const scopeName = /^data-astro-cid-[a-z0-9]{8}$/;
const scopeInStyle = /\[data-astro-cid-[a-z0-9]{8}\]/g;
const numbers = new Map<string, number>();

function shortName(scope: string): string {
  const number = numbers.get(scope) ?? numbers.size;
  numbers.set(scope, number);
  return `data-${String(number)}`;
}

/** Number the scopes of styles instead of naming them, the same on every page of a build: elements carry them by the hundred. */
export function shortScopes(html: string, elements: readonly PageElement[]): Edit[] {
  return elements.flatMap((element): Edit[] => {
    const place = element.sourceCodeLocation;
    if (!place) return [];
    const edits = Object.entries(place.attrs ?? {})
      .filter(([name]) => scopeName.test(name))
      .map(([name, at]) => ({ start: at.startOffset, end: at.endOffset, text: shortName(name) }));
    if (element.tagName !== 'style' || !place.startTag) return edits;
    const [start, end] = [place.startTag.endOffset, place.endTag?.startOffset ?? place.endOffset];
    const text = html.slice(start, end);
    const short = text.replace(scopeInStyle, (scope) => `[${shortName(scope.slice(1, -1))}]`);
    return short === text ? edits : [...edits, { start, end, text: short }];
  });
}

/**
 * Escape `<` and `>` in attributes, which Astro leaves as they are: no reader of the page that takes a tag's name in a
 * title for a tag is led astray.
 */
export function escapeAttributes(html: string, elements: readonly PageElement[]): Edit[] {
  return elements.flatMap(({ sourceCodeLocation: place }) =>
    Object.values(place?.attrs ?? {}).flatMap(({ startOffset: start, endOffset: end }) => {
      const text = html.slice(start, end);
      return /[<>]/.test(text)
        ? [{ start, end, text: text.replaceAll('<', '&lt;').replaceAll('>', '&gt;') }]
        : [];
    }),
  );
}
