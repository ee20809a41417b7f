import type { Element } from 'hast';
import type { Block } from '../extract/extract.ts';
import { blocks } from './elements.ts';
import { wholeNumber } from './list-numbers.ts';
import type { StyleSheets } from './look.ts';

export type BlockKind = Pick<Block, 'kind' | 'level' | 'marker'>;

/** Classes of paragraphs that are headings: `h1`, `heading-2`, `biaoti1`. */
const headingClass = /^(?:h|head|heading|headline|title|biaoti|标题|標題)[-_ ]?([1-6])$/i;

/** What the text of an element is; as `around`, if the element says nothing of it. */
export function blockKind(element: Element, around: BlockKind, sheets: StyleSheets): BlockKind {
  const { tagName: name, properties } = element;
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  if (properties['role'] === 'heading') return { kind: 'heading', level: levelOf(properties['ariaLevel']) };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption' };
  const called = name === 'p' || name === 'div' ? calledHeading(element, sheets) : undefined;
  if (called !== undefined) return { kind: 'heading', level: Math.min(called, 6) };
  if (name === 'blockquote') return { kind: 'quote' };
  return around;
}

/** Level of a paragraph that a program made of a heading, by its class or Word's outline level. */
function calledHeading(element: Element, sheets: StyleSheets): number | undefined {
  if (element.children.some((child) => child.type === 'element' && blocks.has(child.tagName)))
    return undefined;
  const { className } = element.properties;
  for (const each of Array.isArray(className) ? className : []) {
    const level = headingClass.exec(String(each))?.[1];
    if (level !== undefined) return Number(level);
  }
  return sheets.of(element).outline;
}

function levelOf(value: unknown): number {
  return Math.min(6, Math.max(1, wholeNumber(value) ?? 2));
}
