import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `@font-face` rules for Noto Serif SC under the name `Book`, read from the npm package: the same print on every machine. */
export function bookFontFaces(): string {
  const directory = dirname(
    createRequire(import.meta.url).resolve('@fontsource-variable/noto-serif-sc/package.json'),
  );
  return readFileSync(join(directory, 'index.css'), 'utf8')
    .replaceAll('./files/', `${pathToFileURL(join(directory, 'files')).href}/`)
    .replaceAll("'Noto Serif SC Variable'", 'Book');
}
