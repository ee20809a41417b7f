import { childOf, elementsOf, type XmlElement } from '../archive/xml.ts';
import { isOn, valueOf } from './elements.ts';

/** The look of a paragraph or a run; unset properties are absent. */
export interface Setting {
  bold?: boolean;
  hidden?: boolean;
  /** In half points. */
  size?: number;
  /** 0 to 8; 9 is running text. */
  outline?: number;
  list?: string;
  listLevel?: number;
}

interface Style {
  id: string;
  name: string;
  basedOn: string | undefined;
  own: Setting;
}

/** The properties of a run (`w:rPr`). */
export function readRun(properties: XmlElement | undefined): Setting {
  const setting: Setting = {};
  for (const element of elementsOf(properties)) {
    if (element.name === 'w:b') setting.bold = isOn(element);
    else if (element.name === 'w:vanish') setting.hidden = isOn(element);
    else if (element.name === 'w:sz') setting.size = Number(valueOf(element)) || 0;
  }
  return setting;
}

/** The properties of a paragraph (`w:pPr`). */
export function readParagraph(properties: XmlElement | undefined): Setting {
  const setting: Setting = {};
  const outline = valueOf(childOf(properties, 'w:outlineLvl'));
  if (outline !== undefined) setting.outline = Number(outline);
  const numbering = childOf(properties, 'w:numPr');
  const list = valueOf(childOf(numbering, 'w:numId'));
  const level = valueOf(childOf(numbering, 'w:ilvl'));
  if (list !== undefined) setting.list = list;
  if (level !== undefined) setting.listLevel = Number(level);
  return setting;
}

/** Styles are based on others this many times at most; Word itself has a limit. */
const maxChain = 20;

/** A document's styles, each with what it inherits. */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, Setting>();
  private readonly defaults: Setting;
  private readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | undefined) {
    this.defaults = readRun(childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
    let defaultParagraph: string | undefined;
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:style') continue;
      const id = element.attributes['w:styleId'] ?? '';
      this.styles.set(id, {
        id,
        name: valueOf(childOf(element, 'w:name')) ?? id,
        basedOn: valueOf(childOf(element, 'w:basedOn')),
        own: { ...readRun(childOf(element, 'w:rPr')), ...readParagraph(childOf(element, 'w:pPr')) },
      });
      if (
        element.attributes['w:type'] === 'paragraph' &&
        /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')
      )
        defaultParagraph = id;
    }
    this.defaultParagraph = defaultParagraph;
  }

  /** A style's properties, with those of the styles that it is based on. */
  of(id: string | undefined): Setting {
    const start = id ?? this.defaultParagraph ?? '';
    const known = this.resolved.get(start);
    if (known) return known;
    const setting = { ...this.defaults };
    for (const style of this.chain(start).reverse()) Object.assign(setting, style.own);
    this.resolved.set(start, setting);
    return setting;
  }

  /**
   * A run's own style, which is applied over its paragraph's style: only properties that it or its base sets.
   */
  ofRun(id: string | undefined): Setting {
    if (id === undefined) return {};
    return Object.assign(
      {},
      ...this.chain(id)
        .reverse()
        .map(({ own }) => own),
    ) as Setting;
  }

  /** The level of a heading's style, 1 to 9, by its name or that of a style it is based on; `undefined` for other styles. */
  headingLevel(id: string | undefined): number | undefined {
    for (const { name } of this.chain(id ?? '')) {
      const level = /^(?:heading|标题|標題|见出し)\s*([1-9])\b/i.exec(name)?.[1];
      if (level !== undefined) return Number(level);
      if (/^(?:normal|正文|body text)/i.test(name)) return undefined;
    }
    return undefined;
  }

  /** Whether a style, or one that it is based on, has a name like this. */
  isNamed(id: string | undefined, pattern: RegExp): boolean {
    return this.chain(id ?? '').some(({ name }) => pattern.test(name));
  }

  /** The style that numbers its paragraphs, itself or by what it is based on. */
  numberingStyles(id: string | undefined): string[] {
    return this.chain(id ?? '').map((style) => style.id);
  }

  /** A style and those it is based on, which may go round in a circle or on for ever. */
  private chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let next: string | undefined = id; next !== undefined && chain.length < maxChain;) {
      const style = this.styles.get(next);
      if (!style) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }
}
