import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOfComponent } from '../../../../scripts/check/components/component-code.ts';
import { lintFaults } from '../../../../scripts/check/lint/lint-faults.ts';
import { projectRoot } from '../../../../scripts/lib/environment.ts';

const { files } = codeOfComponent('---\nconst n = 1;\n---\n\n<p>法则{n.words}</p>\n', 'src/a.astro');
const components = {
  folder: '.cache/code',
  files: new Map(files.map((file) => [file.path, file])),
  faults: [],
};

/** What is told of these words of a file, if oxlint finds a fault there. */
function told(filename: string, text: string, words: string): string[] {
  const offset = Buffer.byteLength(text.slice(0, text.indexOf(words)));
  const fault = { message: 'It is.', code: 'eslint(is)', help: 'Let it be.', filename };
  return lintFaults(
    JSON.stringify({ diagnostics: [{ ...fault, labels: [{ span: { offset } }] }] }),
    components,
  );
}

test('a fault of the made code is told at its place in the component', () => {
  const code = files[0]?.code ?? '';
  expect(told('.cache/code/src/a.astro.tsx', code, 'words')).toEqual([
    'src/a.astro(5,9): error eslint(is): It is. Let it be.',
  ]);
  expect(told('.cache/code/src/a.astro.tsx', code, 'export default')).toEqual([]);
  expect(told('.cache/code/src/a.astro.tsx', code, '{};')).toEqual([]);
});

test('a fault of other code is told at its place, counted in characters', () => {
  const path = 'tests/unit/check/lint/lint-faults.test.ts';
  const text = readFileSync(join(projectRoot, path), 'utf8');
  expect(told(path, text, '{n.words}')).toEqual([`${path}(8,67): error eslint(is): It is. Let it be.`]);
});
