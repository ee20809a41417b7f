/** Keys in the order in which a reader wants them; others follow as they come. */
const order =
  'id chapter rule number label part heading kind basis title epigraph summary keywords facets page status detection permalink source'.split(
    ' ',
  );

/**
 * Frontmatter as YAML: nested mappings by indentation, lists on one line, every string double-quoted, so that no text
 * is ever taken for a number, a date or markup. Keys that are `undefined` are left out.
 */
export function printFrontmatter(data: object): string {
  const rank = new Map(order.map((key, index) => [key, index]));
  const entries = Object.entries(data).sort(
    ([a], [b]) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length),
  );
  return printMapping(entries, '');
}

function printMapping(entries: [string, unknown][], indent: string): string {
  return entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? `${indent}${key}:\n${printMapping(Object.entries(value), `${indent}  `)}`
        : `${indent}${key}: ${printScalar(value)}\n`,
    )
    .join('');
}

/** JSON is YAML, but for the line ends and control characters that YAML wants escaped. */
function printScalar(value: unknown): string {
  const json = Array.isArray(value) ? `[${value.map(printScalar).join(', ')}]` : JSON.stringify(value);
  return json.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
