import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { siteEnvironment } from '../../scripts/lib/environment.ts';

const { distDir } = siteEnvironment();

let pages: Map<string, string> | undefined;

/** Every page of the built site by its path: `/rules/01-02/`. They are read once for all files that this worker runs. */
export const builtPages = (): ReadonlyMap<string, string> => (pages ??= readPages());

function readPages(): Map<string, string> {
  const files = readdirSync(distDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  return new Map(
    files
      .sort()
      .map((name) => [
        `/${name.split(sep).join('/')}`.replace(/index\.html$/, ''),
        readFileSync(join(distDir, name), 'utf8'),
      ]),
  );
}

/** Every file of the built site by the path that asks for it. */
export function builtPaths(): Set<string> {
  const files = readdirSync(distDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Set(
    files.map((entry) =>
      `/${relative(distDir, join(entry.parentPath, entry.name)).split(sep).join('/')}`.replace(
        /index\.html$/,
        '',
      ),
    ),
  );
}

/** Values of an attribute, in order, with the entities that HTML needs turned back. */
export function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#38;', '&'),
  );
}
