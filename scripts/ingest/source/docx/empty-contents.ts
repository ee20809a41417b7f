import { childOf, descendantsOf, textOf, type XmlElement } from '../archive/xml.ts';
import { valueOf } from './elements.ts';

/** Whether a content control is a table of contents that no program has filled yet: it holds a heading at most. */
export function isEmptyContents(control: XmlElement): boolean {
  const gallery = descendantsOf(childOf(control, 'w:sdtPr'), 'w:docPartGallery')[0];
  if (!/^(?:Table of Contents|目录|目錄)$/i.test(valueOf(gallery) ?? '')) return false;
  const filled = descendantsOf(childOf(control, 'w:sdtContent'), 'w:p').filter((paragraph) =>
    descendantsOf(paragraph, 'w:t').some((text) => textOf(text).trim() !== ''),
  );
  return filled.length <= 1;
}
