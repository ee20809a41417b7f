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
const ignored = /^w:rsid|^w14:|^xmlns/;

/** Word's namespaces, by their ends, with the prefixes that they have in this project and in nearly all files. */
const usualPrefixes: [end: string, prefix: string][] = [
  ['/wordprocessingml/2006/main', 'w'],
  ['/ooxml/wordprocessingml/main', 'w'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/officeDocument/relationships', 'r'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['/markup-compatibility/2006', 'mc'],
  ['/officeDocument/2006/math', 'm'],
  ['schemas-microsoft-com:vml', 'v'],
];

/** Gives names the usual prefixes, where a file declares others. */
class Prefixes {
  private readonly usual = new Map<string, string>();

  declare(attributes: Record<string, unknown>): void {
    for (const key in attributes) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      const own = key.slice(6);
      const prefix = usualPrefixes.find(([end]) => String(attributes[key]).endsWith(end))?.[1];
      if (prefix !== undefined && prefix !== own) this.usual.set(own, prefix);
    }
  }

  rename(name: string, isElement: boolean): string {
    if (this.usual.size === 0) return name;
    const at = name.indexOf(':');
    // An attribute without a prefix is in no namespace.
    const prefix = at < 0 ? (isElement ? this.usual.get('') : undefined) : this.usual.get(name.slice(0, at));
    return prefix === undefined ? name : `${prefix}:${name.slice(at + 1)}`;
  }
}

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
  const prefixes = new Prefixes();
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
    prefixes.declare(attributes);
    const kept: Record<string, string> = {};
    for (const key in attributes) {
      const value = attributes[key];
      if (typeof value === 'string' && !ignored.test(key)) kept[prefixes.rename(key, false)] = value;
    }
    const element: XmlElement = { name: prefixes.rename(name, true), attributes: kept, children: [] };
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
