import { expect, test } from 'vitest';
import { codeOfComponent } from '../../../../scripts/check/components/component-code.ts';
import { toldAtSource } from '../../../../scripts/check/types/told-at-source.ts';

const { files } = codeOfComponent('---\nconst n = 1;\n---\n\n<p>{n.words}</p>\n', 'src/a.astro');
const components = {
  folder: '.cache/code',
  files: new Map(files.map((file) => [file.path, file])),
  faults: [],
};
const lines = (files[0]?.code ?? '').split('\n');

/** What the compiler would say of these words of the code. */
function said(words: string, fault: string): string {
  const row = lines.findIndex((line) => line.includes(words));
  const column = (lines[row]?.indexOf(words) ?? 0) + 1;
  return `.cache/code/src/a.astro.tsx(${String(row + 1)},${String(column)}): ${fault}\n`;
}
const told = (text: string) => toldAtSource(text, components);

test('a fault of the made code is told at its place in the component, with its further lines', () => {
  const fault = "error TS2339: No such thing on '.cache/code/src/b.astro'.\n  Because.";
  expect(told(said('words', fault))).toBe(
    "src/a.astro(5,7): error TS2339: No such thing on 'src/b.astro'.\n  Because.",
  );
});

test('a fault of other code is told as it is', () => {
  const fault = 'src/a.ts(1,2): error TS1: It is.\n  Because.';
  expect(told(`${fault}\n`)).toBe(fault);
  expect(told('error TS18003: No inputs were found.\n')).toBe('error TS18003: No inputs were found.');
});

test('a fault of what Astro adds is left out with its further lines, and so is what Astro allows', () => {
  const other = 'src/a.ts(1,2): error TS1: It is.';
  expect(told(`${said('export default', 'error TS6133: Unused.\n  Because.')}${other}\n`)).toBe(other);
  expect(told(said('words', 'error TS17001: Twice.'))).toBe('');
});
