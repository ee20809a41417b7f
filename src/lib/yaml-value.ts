import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';
import { must } from './must.ts';

/** Control characters, halves of characters and what is no character: no page, EPUB or deck can hold them. */
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\p{Surrogate}]/u;

/**
 * Marks that turn the text behind them around, or hold it apart. A title with one reverses what it is printed beside on pages,
 * cards and slides, and no Chinese or English text needs any.
 */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/;
const allDirectionMarks = new RegExp(directionMarks, 'g');

/** A text without the marks that turn text around. */
export const withoutDirectionMarks = (text: string): string =>
  directionMarks.test(text) ? text.replace(allDirectionMarks, '') : text;

/** The marks that turn text around in a YAML text, each with its line; they are also told where they are escaped. */
export function directionMarksIn(yaml: string): { line: number; mark: string }[] {
  const marks = new RegExp(`${directionMarks.source}|\\\\u(20(?:2[a-e]|6[6-9]))`, 'gi');
  return yaml.split('\n').flatMap((text, index) =>
    [...text.matchAll(marks)].map(([mark, escaped]) => ({
      line: index + 1,
      mark: escaped === undefined ? mark : String.fromCharCode(Number.parseInt(escaped, 16)),
    })),
  );
}

/**
 * The value of a YAML text, without marks that turn text around. Keys are checked here, in a set: the library compares each key of a mapping with all others, which
 * takes half a minute for the titles of a book of 25,000 pages.
 * @throws Error with the line, if it isn't YAML, a mapping has a key twice, or a text has an unprintable character
 */
export function yamlValue(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines });
  const [error] = document.errors;
  if (error) throw error;
  checkNode(document.contents, (offset) => lines.linePos(offset).line);
  return document.toJS();
}

function checkNode(node: unknown, lineAt: (offset: number) => number): void {
  if (isScalar(node)) checkText(node, lineAt);
  if (isSeq(node)) for (const item of node.items) checkNode(item, lineAt);
  if (!isMap(node)) return;
  const seen = new Set<unknown>();
  for (const { key, value } of node.items) {
    if (isScalar(key)) {
      if (seen.has(key.value))
        throw new Error(
          `Map keys must be unique: “${String(key.value)}” at line ${String(lineAt(key.range?.[0] ?? 0))} was there before.`,
        );
      seen.add(key.value);
      checkText(key, lineAt);
    }
    checkNode(value, lineAt);
  }
}

function checkText(scalar: Scalar, lineAt: (offset: number) => number): void {
  const { value, range } = scalar;
  if (typeof value !== 'string') return;
  scalar.value = withoutDirectionMarks(value);
  const [found] = unprintable.exec(value) ?? [];
  if (found === undefined) return;
  const code = must(found.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
  throw new Error(
    `The text at line ${String(lineAt(range?.[0] ?? 0))} has U+${code}, which can't be shown. Take it out.`,
  );
}
