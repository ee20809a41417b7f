import { hash } from 'node:crypto';
import { join } from 'node:path';
import { manifestName } from '../permalinks/known-codes.ts';
import { readText, type Content } from './disk.ts';

/** Path → hashes of the contents that ingest gave it; two while a run is under way or was killed. */
export type Manifest = Map<string, string[]>;

/** Paths that ingest makes. A damaged or foreign manifest may name others, which must never be removed. */
const generated = /^(?:(?:chapters|rules|cases|front)\/\d[\d-]*\.md|pictures\/[\w-]+\.\w+)$/;

/** The hash by which a manifest knows a content: 22 characters of SHA-256 in base64url, 132 bits. */
export function hashOfContent(content: Content): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}

/** The manifest in a folder. If it can't be read, it is empty; then every file that differs counts as edited by hand. */
export function readManifest(dir: string): Manifest {
  try {
    const data = JSON.parse(readText(join(dir, manifestName)) ?? '{}') as Record<
      string,
      string | string[]
    > | null;
    return new Map(
      Object.entries(data ?? {})
        .filter(([path]) => generated.test(path))
        .map(([path, hashes]) => [path, [hashes].flat().filter((each) => typeof each === 'string')]),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

/**
 * The manifest as JSON: a line for each file, in the order of paths, after one for the codes.
 * @param codes the line that names all permanent codes, as `listCodes` prints it
 */
export function printManifest(manifest: Manifest, codes: string): string {
  const lines = [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([path, hashes]) =>
        `  ${JSON.stringify(path)}: ${JSON.stringify(hashes.length === 1 ? hashes[0] : hashes)}`,
    );
  return `{\n${[`  ${codes}`, ...lines].join(',\n')}\n}\n`;
}
