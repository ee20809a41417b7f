import { convertToTsx, type ConvertToTsxResult, type ExtractedScript } from '@astrojs/astro2tsx';
import { placeAt, type Place } from './place.ts';

/** Code that tools for TypeScript can read, made of a component or of a script in it. */
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
  const at = (index: number): Place => placeAt(component, source, index);
  const page: CodeFile = {
    path: `${component}.tsx`,
    code: tsx.code,
    placeOf: (index) => {
      const from = sourceIndex(tsx, index);
      return from === undefined ? undefined : at(from);
    },
  };
  const scripts = tsx.scripts.flatMap(({ type, content, position }, number): CodeFile[] => {
    const ending = scriptEndings[type];
    if (ending === undefined) return [];
    const path = `${component}.${String(number)}.${ending}`;
    return [{ path, code: content, placeOf: (index) => at(position.start + index) }];
  });
  return {
    files: [page, ...scripts],
    faults: tsx.diagnostics.map(({ message, position }) => ({ place: at(position.start), message })),
  };
}

/** The component that code was made of; the path itself if the code is nobody's. */
export const componentOf = (path: string): string =>
  path.replace(/(?<=\.astro)(?:\.\d+)?\.(?:tsx|mts|mjs)$/, '');

/** Scripts without attributes may be TypeScript: Astro bundles them. What isn't named here is data. */
const scriptEndings: Partial<Record<ExtractedScript['type'], string>> = {
  'processed-module': 'mts',
  module: 'mjs',
  inline: 'mjs',
  'event-attribute': 'mjs',
};

/** Index in the component of what was put at an index of the code. What Astro writes around frontmatter and template has none. */
function sourceIndex({ mappings, frontmatter, body }: ConvertToTsxResult, index: number): number | undefined {
  if (![frontmatter, body].some(({ start, end }) => index >= start && index <= end)) return undefined;
  let nearest: number | undefined;
  for (const [start, length, from, fromLength] of mappings) {
    if (start > index) break;
    if (length > 0 && fromLength > 0) nearest = from + Math.min(index - start, fromLength);
  }
  return nearest;
}
