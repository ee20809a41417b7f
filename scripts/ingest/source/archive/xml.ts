import { SaxesParser } from 'saxes';
import { InputError } from '../../input-error.ts';

/** An element of an XML file. Names are as written, prefix included. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Elements may be nested this deep. */
const maxDepth = 400;
/** A file may have this many elements. */
const maxElements = 3_000_000;
/** Word numbers every edit of a run; that is much memory for nothing. */
const ignored = /^w:rsid|^w14:/;

/**
 * Parse an XML file. Only XML's own five entities and a few for spaces are expanded, and nothing is loaded from
 * elsewhere.
 * @throws InputError if it isn't XML, or is larger than any book
 */
export function parseXml(text: string, path: string): XmlElement {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, { nbsp: '\u00a0', emsp: '\u2003', ensp: '\u2002' });
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [top];
  let elements = 0;
  parser.on('error', (error) => {
    throw new InputError(`The file is damaged: ${path} in it is no XML (${error.message}).`);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new InputError(`The file is unsafe: ${path} in it defines entities of its own.`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (stack.length > maxDepth || elements > maxElements)
      throw new InputError(`The file is unsafe: ${path} in it is nested too deep or has too many elements.`);
    const kept: Record<string, string> = {};
    for (const key in attributes) {
      const value = attributes[key];
      if (typeof value === 'string' && !ignored.test(key)) kept[key] = value;
    }
    const element: XmlElement = { name, attributes: kept, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  const addText = (value: string) => stack.at(-1)?.children.push(value);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const root = elementsOf(top)[0];
  if (!root) throw new InputError(`The file is damaged: ${path} in it is empty.`);
  return root;
}

export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element ? element.children.filter((child) => typeof child !== 'string') : [];
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((child) => child.name === name);
}

/** All elements of that name below an element, in document order. */
export function descendantsOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

/** The name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
