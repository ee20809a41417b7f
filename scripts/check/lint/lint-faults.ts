import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/environment.ts';
import { faultAt, placeAt, type Place } from '../components/place.ts';
import { codeAt, type Components } from '../components/write-components.ts';

/** What oxlint says in JSON, as far as it is told. */
interface Report {
  diagnostics: {
    message: string;
    /** `eslint(no-var)`; a file that can't be parsed has none. */
    code?: string;
    help?: string;
    filename: string;
    /** The first is where the fault is. Offsets are counted in bytes. */
    labels: { span: { offset: number } }[];
  }[];
}

/** What oxlint found, with places in components instead of places in the code made of them. What Astro adds to it is nobody's fault. */
export function lintFaults(json: string, components: Components): string[] {
  return (JSON.parse(json) as Report).diagnostics.flatMap(({ message, code, help, filename, labels }) => {
    const path = filename.replaceAll('\\', '/');
    const place = placeOf(path, labels[0]?.span.offset ?? 0, components);
    if (place === undefined) return [];
    return [
      faultAt(place, ['error', code ? ` ${code}` : '', `: ${message}`, help ? ` ${help}` : ''].join('')),
    ];
  });
}

function placeOf(path: string, offset: number, components: Components): Place | undefined {
  const file = codeAt(components, path);
  const text = file?.code ?? readFileSync(join(projectRoot, path), 'utf8');
  const index = Buffer.from(text).subarray(0, offset).toString().length;
  return file === undefined ? placeAt(path, text, index) : file.placeOf(index);
}
