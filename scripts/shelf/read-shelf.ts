import { readFileSync, statSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { shelfSchema, type ShelfFile } from '../../src/schemas/shelf.ts';
import { notAFile } from '../lib/regular-file.ts';

/** A list of ten thousand handbooks has 2 MB. */
const maxBytes = 20_000_000;

/** What is wrong with a shelf or one of its handbooks, in words, with what to do. */
export class ShelfError extends Error {
  override name = 'ShelfError';
}

const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'the file';

/** What a field holds, in a line. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The node at a path, or the nearest one around it. */
function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

function valueOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Names for parts that are repeated, which unfold to more than there is room for, or that name nothing.
    throw new ShelfError(
      `${name}: expected a list of handbooks. ${(error as Error).message}\nWrite out what \`*\` stands for, and run the command again.`,
    );
  }
}

/**
 * Read a list of handbooks.
 *
 * @param name of the file in messages
 * @throws ShelfError that names each line, field, what was expected and found, and what to do
 */
export function parseShelf(name: string, text: string): ShelfFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new ShelfError(
      `${name}:${lines.linePos(broken.pos[0]).line} expected YAML. ${broken.message.trim()}\nMend that line and run the command again.`,
    );
  const result = shelfSchema.safeParse(valueOf(document, name));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message, code, ...issue }) => {
    const unknown = code === 'unrecognized_keys' ? ((issue as { keys?: string[] }).keys ?? []) : [];
    const at = [...path, ...unknown.slice(0, 1)];
    const node = nodeAt(document, at);
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    const found: unknown = at.length === 0 ? undefined : document.getIn(at);
    const expected =
      unknown.length > 0
        ? 'expected no field of this name. Remove it, or correct its name'
        : message.replace(/^Invalid input: /, '');
    return `${name}:${line} ${fieldOf(at)}: ${expected}; found ${shown(isNode(found) ? found.toJSON() : found)}.`;
  });
  throw new ShelfError(`${problems.join('\n')}\nMend this and run the command again. No shelf was made.`);
}

/** @throws ShelfError */
export function readShelf(path: string, name = path): ShelfFile {
  let text: string;
  try {
    if (notAFile(path) !== undefined || statSync(path).size > maxBytes) throw new Error('no list');
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ShelfError(
      `${name}: expected a list of handbooks there, found no file that can be read. Write one as docs/shelf.md shows, or name another: npm run shelf -- my-shelf.yaml`,
    );
  }
  return parseShelf(name, text);
}
