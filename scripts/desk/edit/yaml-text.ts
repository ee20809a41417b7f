import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  visit,
  YAMLMap,
  YAMLSeq,
  type Document,
  type Node,
} from 'yaml';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { printIntoSource, takeSnapshot, type Snapshot } from './yaml-source.ts';
import { EditError } from '../protocol/edit-error.ts';

/**
 * Change a hand-kept file. What isn't changed stays as it was written: comments, order, anchors, line breaks.
 * @param heading comment of a new file
 * @throws EditError if the file is not YAML, or would break its schema
 */
export function editYaml(
  text: string,
  { name, schema, heading }: { name: string; schema: z.ZodType; heading: string },
  change: (document: Document) => void,
): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const [error] = document.errors;
  if (error) throw new EditError('broken-file', `${name}: ${error.message}`);
  if (text.trim() === '' && heading !== '') document.commentBefore = ` ${heading}`;
  const snapshot = takeSnapshot(document);
  const anchors = anchorsOf(document);
  change(document);
  keepAliases(document, anchors);
  const changed = print(text, document, snapshot);
  // The new text must read back as the changed document, whatever characters it has.
  if (!isRead(changed, document)) throw new EditError('unwritable', name);
  const read: unknown = parse(changed);
  const checked = schema.safeParse(read ?? {});
  if (!checked.success) throw new EditError('invalid', `${name}: ${checked.error.issues[0]?.message ?? ''}`);
  return changed;
}

/** The document as text: edited in its source if possible, else printed as a whole. */
function print(text: string, document: Document, snapshot: Snapshot): string {
  const into = printIntoSource(text, document, snapshot);
  if (into !== undefined && isRead(into, document)) return into;
  return document.toString({ lineWidth: 0, indentSeq: !/^\S[^\n]*:[^\n]*\n(?:#[^\n]*\n)*- /m.test(text) });
}

function isRead(text: string, document: Document): boolean {
  try {
    return isDeepStrictEqual(parse(text) ?? null, document.toJS() ?? null);
  } catch {
    return false;
  }
}

/** Nodes with anchors, by their anchors. */
function anchorsOf(document: Document): Map<string, Node> {
  const named = new Map<string, Node>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor) named.set(node.anchor, node);
    },
  });
  return named;
}

/** If a node with an anchor was removed or changed, its first alias becomes a copy of the former node, with the anchor. */
function keepAliases(document: Document, anchors: ReadonlyMap<string, Node>): void {
  if (anchors.size === 0) return;
  const kept = new Set<string>();
  visit(document, {
    Alias: (_, alias) => {
      const named = anchors.get(alias.source);
      if (kept.has(alias.source) || !named) return undefined;
      kept.add(alias.source);
      return named.clone() as Node;
    },
    Value: (_, node) => {
      if (node.anchor) kept.add(node.anchor);
    },
  });
}

/** The mapping at a path, made if there is none. An alias is replaced by a copy first. */
export function mapAt(document: Document, path: string[]): YAMLMap {
  if (!isMap(document.contents)) {
    if (document.contents !== null) throw new EditError('broken-file', 'Expected a mapping.');
    document.contents = new YAMLMap() as unknown as typeof document.contents;
  }
  let map = document.contents as unknown as YAMLMap;
  for (const key of path) {
    const value = ownValue(document, map, key);
    if (isMap(value)) map = value;
    else {
      const made = new YAMLMap();
      setKey(document, map, key, made);
      map = made;
    }
  }
  return map;
}

/** The list at a key of a mapping, made if there is none. */
export function listAt(document: Document, map: YAMLMap, key: string): YAMLSeq {
  const value = ownValue(document, map, key);
  if (isSeq(value)) return value;
  const made = new YAMLSeq();
  setKey(document, map, key, made);
  return made;
}

/** Set a key to a value; `undefined` removes it. */
export function setKey(document: Document, map: YAMLMap, key: string, value: unknown): void {
  if (value === undefined) {
    map.delete(key);
    return;
  }
  const pair = map.items.find((item) => nameOf(item.key) === key);
  const node = document.createNode(value) as Node;
  if (pair) {
    const before = pair.value;
    if (isScalar(before) && isScalar(node)) {
      // The comment after a value stays.
      if (before.comment != null) node.comment = before.comment;
    }
    pair.value = node;
  } else map.add(document.createPair(key, node));
}

function ownValue(document: Document, map: YAMLMap, key: string): unknown {
  const pair = map.items.find((item) => nameOf(item.key) === key);
  const { value } = pair ?? {};
  if (!pair || !isAlias(value)) return value;
  const copy = value.resolve(document)?.clone() as Node | undefined;
  if (copy && 'anchor' in copy) Reflect.deleteProperty(copy, 'anchor');
  pair.value = copy;
  return copy;
}

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);
