import { squeeze } from '../../../../src/lib/squeeze.ts';
import { isTocHeading } from '../../language/section-words.ts';
import { childOf, descendantsOf, elementsOf, textOf, type XmlElement } from '../archive/xml.ts';

/** Fewer links than this in a row are no list. */
const minLinks = 3;

/**
 * Find lists of headings that word processors generate: each paragraph is only a link to a heading and prints
 * no page. They have nothing that the headings don't have. The list's own heading (目录) is included.
 * @param isHeading whether a paragraph's style makes it a heading
 */
export function findLinkLists(
  blocks: readonly XmlElement[],
  isHeading: (paragraph: XmlElement) => boolean,
): Set<XmlElement> {
  const paragraphs = blocks.filter((block) => block.name === 'w:p' && printed(block) !== '');
  const headings = new Set(paragraphs.filter(isHeading).map(printed));
  const found = new Set<XmlElement>();
  let run: XmlElement[] = [];
  let above: XmlElement | undefined;
  const close = (): void => {
    if (run.length >= minLinks)
      for (const paragraph of above && isTocHeading(printed(above)) ? [above, ...run] : run)
        found.add(paragraph);
    run = [];
  };
  for (const paragraph of paragraphs) {
    if (isLink(paragraph) && namesHeading(printed(paragraph), headings)) run.push(paragraph);
    else {
      close();
      above = paragraph;
    }
  }
  close();
  return found;
}

function printed(paragraph: XmlElement): string {
  return squeeze(
    descendantsOf(paragraph, 'w:t')
      .map((text) => textOf(text))
      .join(''),
  );
}

/** Whether all text of a paragraph is in a link to a place in the document. */
function isLink(paragraph: XmlElement): boolean {
  return elementsOf(paragraph).every(
    (child) =>
      (child.name === 'w:hyperlink' && child.attributes['w:anchor'] !== undefined) ||
      childOf(child, 'w:t') === undefined,
  );
}

/** If Word computes a heading's number, only the list has it as text. */
function namesHeading(text: string, headings: ReadonlySet<string>): boolean {
  if (headings.has(text)) return true;
  for (let at = 1; at < Math.min(10, text.length - 1); at += 1) if (headings.has(text.slice(at))) return true;
  return false;
}
