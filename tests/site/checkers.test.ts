import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteEnvironment } from '../../scripts/lib/environment.ts';

const folder = join(siteEnvironment().distDir, 'downloads');
const files = (type: string) => readdirSync(folder).filter((name) => name.endsWith(type));
const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });
const isThere = (program: string, flag: string) => run(program, flag).error === undefined;

/** Debian's `epubcheck`, or the class path of its jars in `EPUBCHECK`, for Java. */
const { EPUBCHECK: jars } = process.env;
const epubcheck =
  jars === undefined ? ['epubcheck'] : ['java', '-cp', jars, 'com.adobe.epubcheck.tool.Checker'];

describe.skipIf(!isThere(epubcheck[0] ?? '', '--version'))('epubcheck (skipped where it is not)', () => {
  test.for(files('.epub'))('has nothing to say of %s', (name) => {
    const { stdout, stderr } = run(epubcheck[0] ?? '', ...epubcheck.slice(1), join(folder, name));
    expect(stdout + stderr).toContain('Messages: 0 fatals / 0 errors / 0 warnings / 0 infos');
  });
});

/** The class path of veraPDF's `validation-model` and what it needs, from Maven Central. */
const { VERAPDF: vera } = process.env;
const checker = join(import.meta.dirname, 'verapdf', 'Check.java');

describe.skipIf(vera === undefined)('veraPDF (skipped where VERAPDF does not name it)', () => {
  test('finds that every PDF keeps to PDF/UA-1', () => {
    const books = files('.pdf').map((name) => join(folder, name));
    const { stdout, stderr } = run('java', '-cp', vera ?? '', checker, ...books);
    const said = stdout.split('\n').filter((line) => line.includes('PDF/UA-1'));
    expect(said.length, stderr.slice(-2000)).toBe(books.length);
    for (const line of said) expect(line).toMatch(/^keeps to PDF\/UA-1: .* \[\]$/);
  });
});

describe.skipIf(!isThere('qpdf', '--version'))('qpdf (skipped where it is not)', () => {
  test.for(files('.pdf'))('finds no fault in %s', (name) => {
    const { status, stdout, stderr } = run('qpdf', '--check', join(folder, name));
    expect(stdout + stderr).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });
});

describe.skipIf(!isThere('pdffonts', '-v'))('Poppler (skipped where it is not)', () => {
  test.for(files('.pdf'))('%s has a few outline fonts, all embedded, and is tagged', (name) => {
    const [, , ...fonts] = run('pdffonts', join(folder, name)).stdout.trim().split('\n');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.length).toBeLessThanOrEqual(12);
    for (const font of fonts) {
      expect(font).not.toContain('Type 3');
      // Embedded, a subset, with its characters' names.
      expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
    }
    const facts = run('pdfinfo', join(folder, name)).stdout;
    expect(facts).toMatch(/^Tagged: +yes$/m);
    expect(facts).toMatch(/^JavaScript: +no$/m);
    expect(facts).toMatch(
      name.includes('a4') ? /^Page size: +595.276 x 841.89 pts/m : /^Page size: +419.528 x 595.276 pts/m,
    );
  });
});
