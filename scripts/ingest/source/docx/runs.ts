import { visibleLength } from '../../language/prose.ts';
import type { Part } from '../extract/extract.ts';
import { childOf, elementsOf, localName, textOf, type XmlElement } from '../archive/xml.ts';
import { newerOf, valueOf } from './elements.ts';
import { asDrawn, readSymbol } from './symbols.ts';
import { readRun, type Setting, type Styles } from './styles.ts';

/** A picture within a paragraph. */
export interface Drawing {
  /** Reference to the part that holds it. */
  id: string | undefined;
  alt: string;
}

/** What a paragraph holds, line breaks as `\n`. */
export interface Inline {
  parts: Part[];
  drawings: Drawing[];
  /** Contents of text boxes that are anchored in it. */
  boxes: XmlElement[];
  visible: number;
  bold: number;
  /** Characters by size, in half points. */
  sizes: Map<number, number>;
}

/** Told of what the text can't hold. */
export type Leave = (what: string, text?: string) => void;

/** Elements of deleted text, and elements that only wrap others. */
const deleted = new Set(['w:del', 'w:moveFrom']);
const wrappers = new Set(
  'w:ins w:moveTo w:hyperlink w:smartTag w:fldSimple w:sdt w:sdtContent w:customXml w:dir w:bdo w:subDoc m:oMathPara'.split(
    ' ',
  ),
);

/** Read the runs of a paragraph. */
export function readInline(paragraph: XmlElement, base: Setting, styles: Styles, leave: Leave): Inline {
  const inline: Inline = { parts: [], drawings: [], boxes: [], visible: 0, bold: 0, sizes: new Map() };
  const add = (text: string, setting: Setting): void => {
    if (text === '') return;
    inline.parts.push(text);
    const visible = visibleLength(text);
    inline.visible += visible;
    if (setting.bold === true) inline.bold += visible;
    const size = setting.size ?? 0;
    inline.sizes.set(size, (inline.sizes.get(size) ?? 0) + visible);
  };
  const walk = (elements: XmlElement[]): void => {
    for (const element of elements) {
      if (element.name === 'w:r') readRunElement(element);
      else if (deleted.has(element.name)) leave('deleted tracked changes', textOf(element));
      else if (element.name === 'm:oMath') add(mathText(element), base);
      else if (element.name === 'mc:AlternateContent') walk(newerOf(element));
      else if (wrappers.has(element.name)) walk(elementsOf(element));
    }
  };
  const readRunElement = (run: XmlElement): void => {
    const properties = childOf(run, 'w:rPr');
    const style = valueOf(childOf(properties, 'w:rStyle'));
    const setting = { ...base, ...styles.ofRun(style), ...readRun(properties) };
    if (setting.hidden === true) return leave('hidden text', textOf(run));
    readRunContent(elementsOf(run), setting, properties);
  };
  const readRunContent = (
    elements: XmlElement[],
    setting: Setting,
    properties: XmlElement | undefined,
  ): void => {
    for (const element of elements) {
      const plain = plainText(element);
      if (plain !== undefined) add(asDrawn(plain, properties), setting);
      else if (element.name === 'w:footnoteReference' || element.name === 'w:endnoteReference')
        inline.parts.push({ note: `${localName(element).slice(0, 4)} ${element.attributes['w:id'] ?? ''}` });
      else if (element.name === 'w:drawing' || element.name === 'w:pict' || element.name === 'w:object')
        readDrawing(element, inline, leave);
      else if (element.name === 'mc:AlternateContent') readRunContent(newerOf(element), setting, properties);
      else if (element.name === 'w:ruby') readRuby(element, setting);
      else if (element.name === 'w:r') readRunElement(element);
    }
  };
  const readRuby = (element: XmlElement, setting: Setting): void => {
    walk(elementsOf(childOf(element, 'w:rubyBase')));
    const reading = textOf(childOf(element, 'w:rt')).trim();
    if (reading !== '') add(`（${reading}）`, setting);
  };
  walk(elementsOf(paragraph));
  return inline;
}

/** The text of one element of a run: characters, a tab, a line break. */
function plainText(element: XmlElement): string | undefined {
  switch (element.name) {
    case 'w:t':
      return textOf(element);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return element.attributes['w:type'] === undefined || element.attributes['w:type'] === 'textWrapping'
        ? '\n'
        : '';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return readSymbol(element);
    default:
      return undefined;
  }
}

function mathText(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? '' : child.name === 'm:t' ? textOf(child) : mathText(child)))
    .join('');
}

/** Pictures and text boxes in a drawing, old or new. */
function readDrawing(element: XmlElement, inline: Inline, leave: Leave): void {
  let alt = '';
  let found = false;
  const walk = (current: XmlElement): void => {
    for (const child of elementsOf(current)) {
      if (child.name === 'wp:docPr') alt = child.attributes['descr'] ?? child.attributes['title'] ?? '';
      if (child.name === 'w:txbxContent') {
        inline.boxes.push(child);
        found = true;
      } else if (child.name === 'a:blip' || child.name === 'v:imagedata') {
        found = true;
        const id = child.attributes['r:embed'] ?? child.attributes['r:id'];
        if (id === undefined) leave('pictures outside the file');
        else inline.drawings.push({ id, alt });
      } else if (child.name === 'mc:AlternateContent') {
        for (const each of newerOf(child)) walk({ ...child, children: [each] });
      } else walk(child);
    }
  };
  walk(element);
  if (!found) leave('drawings and embedded objects', alt);
}
