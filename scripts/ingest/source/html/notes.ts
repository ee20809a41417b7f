import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Extract } from '../extract/extract.ts';

/** Text of a reference: a number or a sign, in brackets or not. */
const mark =
  /^[[［(（〔【]?\s{0,9}(?:注|註|note)?\s{0,9}[\d０-９①-⑳*＊†‡一二三四五六七八九十]{0,4}\s{0,9}[\]］)）〕】]?[↩↑^]?$/i;

/** The notes of one or several pages: which elements refer to them, and where their texts are. */
export class Notes {
  private readonly references = new Map<Element, string>();
  private readonly placed = new Set<Element>();
  /** What the notes consist of. */
  private readonly within = new Set<Element>();
  private readonly targets = new Map<Root, Map<string, Element>>();

  /**
   * Find the references to notes in a page and pass each note's text to the extract. Pages that contain notes are
   * given with their paths.
   */
  find(tree: Root, path: string, pages: ReadonlyMap<string, Root>, extract: Extract): void {
    visit(tree, 'element', (element) => {
      const inPlace = element.properties['dataWrFooternote'];
      if (typeof inPlace === 'string' && inPlace.trim() !== '') {
        const id = `${path} ${this.references.size}`;
        extract.define(id, [inPlace]);
        this.references.set(element, id);
        return;
      }
      // A link from a note back to the text is no reference.
      if (element.tagName !== 'a' || this.within.has(element)) return;
      const [file = '', fragment = ''] = String(element.properties['href'] ?? '').split('#');
      if (fragment === '' || !isReference(element)) return;
      const target = file === '' ? path : resolve(path, file);
      const note = this.targetIn(pages.get(target) ?? (file === '' ? tree : undefined), decode(fragment));
      if (!note || !isNote(note, element)) return;
      const id = `${target}#${fragment}`;
      if (!this.placed.has(note)) {
        extract.define(id, [noteText(note)]);
        visit(note, 'element', (inner) => void this.within.add(inner));
      }
      this.placed.add(note);
      this.references.set(element, id);
    });
  }

  /** The element of an id, or the paragraph or item around it where it is but an anchor. */
  private targetIn(tree: Root | undefined, id: string): Element | undefined {
    if (!tree) return undefined;
    const known = this.targets.get(tree) ?? targetsOf(tree);
    this.targets.set(tree, known);
    const found = known.get(id);
    return found && !/^(?:body|html|section|h[1-6])$/.test(found.tagName) ? found : undefined;
  }

  /** The note that an element refers to. */
  referredTo(element: Element): string | undefined {
    return this.references.get(element);
  }

  /** Whether an element is the text of a note, which is printed where it is referred to. */
  isPlaced(element: Element): boolean {
    return this.placed.has(element);
  }
}

function semantics(element: Element): string {
  const { properties } = element;
  return [properties['epub:type'], properties['epubType'], properties['role'], properties['className']]
    .flat()
    .filter((value) => value !== undefined && value !== null)
    .join(' ');
}

function isReference(element: Element): boolean {
  const text = toString(element).trim();
  if (/noteref|footnote-ref|sdfootnoteanc|sdendnoteanc|duokan-footnote/.test(semantics(element))) return true;
  return (
    text !== '' &&
    mark.test(text) &&
    (holdsSup(element) || /ftn|fn|note|zhu|注/i.test(String(element.properties['href'])))
  );
}

function holdsSup(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && child.tagName === 'sup');
}

/** Whether an element is a note to a reference: it is marked as one, or links back to it. */
function isNote(element: Element, reference: Element): boolean {
  if (
    /footnote|endnote|rearnote|sdfootnote|sdendnote/.test(
      `${semantics(element)} ${String(element.properties.id ?? '')}`,
    )
  )
    return true;
  let back = false;
  const ids = new Set([
    reference.properties.id,
    reference.properties['name'],
    ...reference.children.flatMap((child) => (child.type === 'element' ? [child.properties.id] : [])),
  ]);
  visit(element, 'element', (child) => {
    if (child.tagName !== 'a' || child === reference) return;
    const fragment = String(child.properties['href'] ?? '').split('#')[1];
    if (fragment !== undefined && (ids.has(decode(fragment)) || mark.test(toString(child).trim())))
      back = true;
  });
  return back;
}

/** Elements by their ids; for an anchor, the paragraph or item around it. */
function targetsOf(tree: Root): Map<string, Element> {
  const targets = new Map<string, Element>();
  visit(tree, 'element', (element, _, parent) => {
    const inline = element.tagName === 'a' || element.tagName === 'span' || element.tagName === 'sup';
    for (const id of [element.properties.id, element.properties['name']])
      if (typeof id === 'string' && !targets.has(id))
        targets.set(id, inline && parent?.type === 'element' ? parent : element);
  });
  return targets;
}

/** A note's text, without the number and arrow that lead back. */
function noteText(note: Element): string {
  const walk = (element: Element): string =>
    element.children
      .map((child) => {
        if (child.type === 'text') return child.value;
        if (child.type !== 'element') return '';
        if (
          child.tagName === 'a' &&
          mark.test(
            toString(child)
              .trim()
              .replace(/\ufe0e/g, ''),
          )
        )
          return '';
        const text = walk(child);
        return /^(?:p|div|li)$/.test(child.tagName) ? ` ${text} ` : text;
      })
      .join('');
  return walk(note)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[[［]\d+[\]］]\s*/, '');
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A path that a page refers to, from the archive's root. */
export function resolve(page: string, reference: string): string {
  const parts = page.split('/').slice(0, -1);
  for (const part of decode(reference).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
