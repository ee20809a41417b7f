import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/**
 * The value of a YAML text. Keys are checked here, in a set: the library compares each key of a mapping with all others, which
 * takes half a minute for the titles of a book of 25,000 pages.
 * @throws Error with the line, if it isn't YAML or a mapping has a key twice
 */
export function yamlValue(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines });
  const [error] = document.errors;
  if (error) throw error;
  checkKeys(document.contents, (offset) => lines.linePos(offset).line);
  return document.toJS();
}

function checkKeys(node: unknown, lineAt: (offset: number) => number): void {
  if (isSeq(node)) for (const item of node.items) checkKeys(item, lineAt);
  if (!isMap(node)) return;
  const seen = new Set<unknown>();
  for (const { key, value } of node.items) {
    if (isScalar(key)) {
      if (seen.has(key.value))
        throw new Error(
          `Map keys must be unique: “${String(key.value)}” at line ${String(lineAt(key.range?.[0] ?? 0))} was there before.`,
        );
      seen.add(key.value);
    }
    checkKeys(value, lineAt);
  }
}
