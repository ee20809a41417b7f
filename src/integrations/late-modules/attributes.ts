import type { StartTag } from '../../lib/html-tags.ts';
import type { Edit } from './page-edits.ts';

const scopeName = /^data-astro-cid-[a-z0-9]{8}$/;
const scopeInStyle = /\[data-astro-cid-[a-z0-9]{8}\]/g;

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
  const onElements = tags.flatMap(({ attributes }) => attributes.filter(({ name }) => scopeName.test(name)));
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
    const number = numbers.get(name);
    return number === undefined ? [] : [{ start, end, text: `data-${number}` }];
  });
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
