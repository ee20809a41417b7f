import { childOf, textOf, type XmlElement } from '../archive/xml.ts';
import type { Metadata } from '../extract/source.ts';

/** Metadata in a document's core properties (`docProps/core.xml`). */
export function readMetadata(core: XmlElement | undefined): Metadata {
  const read = (name: string): string => textOf(childOf(core, name)).trim();
  const [title, creator] = [read('dc:title'), read('dc:creator')];
  const [description, language] = [read('dc:description'), read('dc:language')];
  return {
    ...(title === '' ? {} : { title }),
    ...(creator === '' ? {} : { creators: creator.split(/[;；]/).map((name) => name.trim()) }),
    ...(description === '' ? {} : { description }),
    ...(language === '' ? {} : { language }),
  };
}
