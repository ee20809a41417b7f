import { valueOf, type StartTag } from '../../lib/html/tags.ts';
import { remember } from '../../lib/remember.ts';
import type { Edit } from './page-edits.ts';

const scopeName = /^data-astro-cid-[a-z0-9]{8}$/;
const scopeInStyle = /\[data-astro-cid-[a-z0-9]{8}\]/g;
/** What a selector asks of an element before it names its scope, as far as that is a tag and classes: `a.number[data-…]`. */
const scopedElement = /(?<=([^]?))(?:([a-z][\w-]*)?((?:\.[\w-]+)*))\[(data-astro-cid-[a-z0-9]{8})\]/g;
/** What can stand before the selector of an element. */
const beforeElement = /^[\s>+~,{}(]?$/;

/** The first number in use has two characters, the first of them a figure: no script reads an attribute of such a name. */
const firstNumber = 36;

/**
 * Number the scopes of styles instead of naming them: elements carry them by the hundred. A scope has the same number on every page, and in every
 * build of the same code, so that a page that is kept from a former build goes with those that are made anew.
 *
 * @param scopes of all components, in order; another keeps its name
 */
export function shortScopes(html: string, tags: readonly StartTag[], scopes: readonly string[]): Edit[] {
  const numbers = new Map(
    scopes.map((scope, at) => [`data-astro-cid-${scope}`, (firstNumber + at).toString(36)]),
  );
  const isStyled = styledElements(html, tags);
  const onElements = tags.flatMap((tag) =>
    tag.attributes
      .filter(({ name }) => scopeName.test(name))
      .map(({ name, start, end }) => ({ name: isStyled(tag, name) ? name : undefined, start, end })),
  );
  const inStyles = tags.flatMap(({ name, text }) =>
    name === 'style' && text
      ? [...html.slice(text.start, text.end).matchAll(scopeInStyle)].map((match) => ({
          name: match[0].slice(1, -1),
          start: text.start + match.index + 1,
          end: text.start + match.index + match[0].length - 1,
        }))
      : [],
  );
  return [...onElements, ...inStyles].flatMap(({ name, start, end }) => {
    if (name === undefined)
      return [{ start: html.charAt(start - 1) === ' ' ? start - 1 : start, end, text: '' }];
    const number = numbers.get(name);
    return number === undefined ? [] : [{ start, end, text: `data-${number}` }];
  });
}

/** Styles that are remembered: pages of one kind have the same. */
const maxStyles = 100;

interface ScopedElement {
  scope: string;
  tag: string | undefined;
  classes: string[];
}

/** The elements that a style's selectors ask for by a scope. */
const scopedElements = remember(
  (style): ScopedElement[] =>
    [...style.matchAll(scopedElement)].map(([, before = '', tag, classes = '', scope = '']) =>
      beforeElement.test(before)
        ? { scope, tag: tag?.toLowerCase(), classes: classes.split('.').filter(Boolean) }
        : { scope, tag: undefined, classes: [] },
    ),
  maxStyles,
);

/**
 * Whether an element needs its scope: the page has a style that may be for it. Most elements of a component have none of
 * their own. A class that a script gives an element later is styled without a scope.
 */
function styledElements(html: string, tags: readonly StartTag[]): (tag: StartTag, scope: string) => boolean {
  const elements = tags.flatMap(({ name, text }) =>
    name === 'style' && text ? scopedElements(html.slice(text.start, text.end)) : [],
  );
  const styled = Map.groupBy(elements, ({ scope }) => scope);
  return (tag, scope) => {
    const value = tag.attributes.find(({ name }) => name === 'class');
    const own = new Set(value === undefined ? [] : valueOf(value).split(/\s+/));
    return (styled.get(scope) ?? []).some(
      (element) =>
        (element.tag === undefined || element.tag === tag.name) &&
        element.classes.every((name) => own.has(name)),
    );
  };
}

/**
 * Escape `<` and `>` in attributes, which Astro leaves as they are: no reader of the page that takes a tag's name in a
 * title for a tag is led astray.
 */
export const escapeAttributes = (tags: readonly StartTag[]): Edit[] =>
  tags.flatMap(({ attributes }) =>
    attributes.flatMap(({ name, raw, start, end }) =>
      /[<>]/.test(raw)
        ? [
            {
              start,
              end,
              text: `${name}="${raw.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}"`,
            },
          ]
        : [],
    ),
  );
