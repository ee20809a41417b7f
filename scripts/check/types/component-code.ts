import { convertToTsx, type ConvertToTsxResult, type ExtractedScript } from '@astrojs/astro2tsx';

/** A place in a component; lines and columns are counted from one. */
export interface Place {
  /** The component's path, with slashes. */
  component: string;
  line: number;
  column: number;
}

/** Code that the compiler can read, made of a component or of a script in it. */
export interface CodeFile {
  /** The component's path with a further ending: `.tsx`, or `.0.mts` for its first script. */
  path: string;
  code: string;
  /** Where the component says what the code says at an index; `undefined` for what Astro adds by itself. */
  placeOf: (index: number) => Place | undefined;
}

/** What Astro itself finds wrong with a component. */
export interface SyntaxFault {
  place: Place;
  message: string;
}

/** A component as Astro shows it to TypeScript: a function of its props, and a module for each script in it. */
export function codeOfComponent(
  source: string,
  component: string,
): { files: CodeFile[]; faults: SyntaxFault[] } {
  const tsx = convertToTsx(source, { filename: component, ambientTypes: true });
  const placeAt = (index: number): Place => {
    const lines = source.slice(0, index).split('\n');
    return { component, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const page: CodeFile = {
    path: `${component}.tsx`,
    code: tsx.code,
    placeOf: (index) => {
      const from = sourceIndex(tsx, index);
      return from === undefined ? undefined : placeAt(from);
    },
  };
  const scripts = tsx.scripts.flatMap(({ type, content, position }, number): CodeFile[] => {
    const ending = scriptEndings[type];
    if (ending === undefined) return [];
    const path = `${component}.${String(number)}.${ending}`;
    return [{ path, code: content, placeOf: (index) => placeAt(position.start + index) }];
  });
  return {
    files: [page, ...scripts],
    faults: tsx.diagnostics.map(({ message, position }) => ({ place: placeAt(position.start), message })),
  };
}

/** Scripts without attributes may be TypeScript: Astro bundles them. What isn't named here is data. */
const scriptEndings: Partial<Record<ExtractedScript['type'], string>> = {
  'processed-module': 'mts',
  module: 'mjs',
  inline: 'mjs',
  'event-attribute': 'mjs',
};

/** Index in the component of what was put at an index of the code. What Astro writes around the component has none. */
function sourceIndex({ mappings, frontmatter, body }: ConvertToTsxResult, index: number): number | undefined {
  if (index < frontmatter.start || index > body.end) return undefined;
  let nearest: number | undefined;
  for (const [start, length, from, fromLength] of mappings) {
    if (start > index) break;
    if (length > 0 && fromLength > 0) nearest = from + Math.min(index - start, fromLength);
  }
  return nearest;
}
