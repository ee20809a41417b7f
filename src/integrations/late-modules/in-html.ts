import type { Edit, PageElement } from './page-edits.ts';

const attribute = (element: PageElement, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** Take the tags of modules out of a page, and write their addresses on `body`, where `client/early/late-modules.ts` reads them. */
export function lateModules(elements: readonly PageElement[]): Edit[] {
  const tags = elements.filter(
    (element) =>
      element.tagName === 'script' &&
      attribute(element, 'type') === 'module' &&
      attribute(element, 'src') !== undefined,
  );
  const body = elements.find(({ tagName }) => tagName === 'body')?.sourceCodeLocation?.startTag;
  if (tags.length === 0 || !body) return [];
  const addresses = tags.map((tag) => attribute(tag, 'src') ?? '').join(' ');
  const afterName = body.startOffset + '<body'.length;
  return [
    { start: afterName, end: afterName, text: ` data-modules="${addresses}"` },
    ...tags.flatMap(({ sourceCodeLocation: place }) =>
      place ? [{ start: place.startOffset, end: place.endOffset, text: '' }] : [],
    ),
  ];
}
