import { squeeze } from '../../../../../src/lib/squeeze.ts';
import { isTocHeading } from '../../../language/words/section-words.ts';
import { childOf, descendantsOf, elementsOf, textOf, type XmlElement } from '../../archive/xml.ts';

/** Fewer links than this in a row are no list. */
const minLinks = 3;

/**
 * Find lists of headings that word processors generate: each paragraph is only a link to a heading. They have
 * nothing that the headings don't have. The list's own heading (目录) is included. A list with pages under such a
 * heading is none of these: it is the book's table of contents.
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
    const named = above !== undefined && isTocHeading(printed(above));
    // Under its heading, a list with pages is a table of contents, which tells more than the headings do.
    if (run.length >= minLinks && !(named && run.some((each) => !namesHeading(printed(each), headings))))
      for (const paragraph of above && named ? [above, ...run] : run) found.add(paragraph);
    run = [];
  };
  for (const paragraph of paragraphs) {
    if (isLink(paragraph) && namesHeading(withoutPage(printed(paragraph)), headings)) run.push(paragraph);
    else {
      close();
      above = paragraph;
    }
  }
  close();
  return found;
}

/** The text of a list's line without the page that it may end with. */
const withoutPage = (text: string): string => text.replace(/[.…·]{0,400}\d{1,4}$/, '');

/** A paragraph's text without spaces, fields and deleted changes left out. */
export function printed(paragraph: XmlElement): string {
  return squeeze(
    descendantsOf(paragraph, 'w:t')
      .map((text) => textOf(text))
      .join(''),
  );
}

/** Whether a paragraph is a link to a place in the document, as an element around all of its text or as a field. */
function isLink(paragraph: XmlElement): boolean {
  if (
    descendantsOf(paragraph, 'w:instrText').some((field) => /HYPERLINK\s+\\l|\bPAGEREF\b/.test(textOf(field)))
  )
    return true;
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
