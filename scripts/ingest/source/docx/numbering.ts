import { childOf, elementsOf, type XmlElement } from '../archive/xml.ts';
import { isOn, valueOf } from './elements.ts';
import { formatNumber } from '../extract/number-formats.ts';

/** No number is longer than this, in characters of its pattern. */
const maxText = 120;

interface Level {
  start: number;
  format: string;
  /** Such as `第%1章`. */
  text: string;
  /** The separator between number and text. */
  suffix: string;
  /** All numbers in it are printed as digits. */
  legal: boolean;
  /** Style that numbers its paragraphs by this level. */
  style: string | undefined;
  /** The level above whose next number starts this one anew; 0 for never. */
  restart: number | undefined;
}

interface List {
  levels: Map<number, Level>;
  /** Lists of one definition count on together. */
  counter: string;
  /** Starts that are this list's own, by level. */
  starts: Map<number, number>;
}

/** A number as printed before a paragraph. */
export interface Marker {
  text: string;
  level: number;
  bullet: boolean;
}

/** Word's numbering: it is computed when a document is shown, so a document's text lacks it. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly started = new Set<string>();

  constructor(root: XmlElement | undefined) {
    const definitions = new Map<string, Map<number, Level>>();
    const links = new Map<string, string>();
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:abstractNum') continue;
      const id = element.attributes['w:abstractNumId'] ?? '';
      definitions.set(id, readLevels(element));
      const style = valueOf(childOf(element, 'w:styleLink'));
      if (style !== undefined) links.set(style, id);
    }
    // A definition may be no more than a reference to another one's style.
    for (const element of elementsOf(root)) {
      const style = valueOf(childOf(element, 'w:numStyleLink'));
      const linked = style === undefined ? undefined : definitions.get(links.get(style) ?? '');
      if (element.name === 'w:abstractNum' && linked)
        definitions.set(element.attributes['w:abstractNumId'] ?? '', linked);
    }
    for (const element of elementsOf(root)) {
      if (element.name !== 'w:num') continue;
      const definition = valueOf(childOf(element, 'w:abstractNumId')) ?? '';
      const levels = new Map(definitions.get(definition));
      const starts = new Map<number, number>();
      for (const override of elementsOf(element)) {
        if (override.name !== 'w:lvlOverride') continue;
        const index = Number(override.attributes['w:ilvl'] ?? 0);
        const start = valueOf(childOf(override, 'w:startOverride'));
        if (start !== undefined) starts.set(index, Number(start));
        const level = childOf(override, 'w:lvl');
        if (level) levels.set(index, readLevel(level));
      }
      this.lists.set(element.attributes['w:numId'] ?? '', { levels, counter: definition, starts });
    }
  }

  /** The level that numbers the paragraphs of a style. */
  levelOfStyle(list: string, style: string): number | undefined {
    for (const [index, level] of this.lists.get(list)?.levels ?? []) if (level.style === style) return index;
    return undefined;
  }

  /** Count one on in a list; `undefined` where the list prints nothing. */
  next(id: string, index: number): Marker | undefined {
    const list = this.lists.get(id);
    const level = list?.levels.get(index);
    if (!list || !level) return undefined;
    const counts = this.counts.get(list.counter) ?? new Map<number, number>();
    this.counts.set(list.counter, counts);
    const key = `${id} ${index}`;
    const ownStart = list.starts.get(index);
    if (ownStart !== undefined && !this.started.has(key)) counts.set(index, ownStart);
    else counts.set(index, (counts.get(index) ?? level.start - 1) + 1);
    this.started.add(key);
    for (const [below, { restart }] of list.levels) {
      if (below > index && restart !== 0 && (restart === undefined || restart > index)) counts.delete(below);
    }
    if (level.format === 'bullet') return { text: '-', level: index, bullet: true };
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels.get(at);
      const count = counts.get(at) ?? shown?.start ?? 1;
      counts.set(at, count);
      if (shown?.format === 'none') return '';
      return formatNumber(count, level.legal && at !== index ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    return level.format === 'none' && text.trim() === ''
      ? undefined
      : { text: text + level.suffix, level: index, bullet: false };
  }
}

function readLevels(element: XmlElement): Map<number, Level> {
  return new Map(
    elementsOf(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)]),
  );
}

function readLevel(element: XmlElement): Level {
  const suffix = valueOf(childOf(element, 'w:suff')) ?? 'tab';
  const restart = valueOf(childOf(element, 'w:lvlRestart'));
  return {
    start: Number(valueOf(childOf(element, 'w:start')) ?? 1),
    format: valueOf(childOf(element, 'w:numFmt')) ?? 'decimal',
    text: (valueOf(childOf(element, 'w:lvlText')) ?? '').slice(0, maxText),
    suffix: suffix === 'nothing' ? '' : ' ',
    legal: isOn(childOf(element, 'w:isLgl')),
    style: valueOf(childOf(element, 'w:pStyle')),
    restart: restart === undefined ? undefined : Number(restart),
  };
}
