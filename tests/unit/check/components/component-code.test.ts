import { expect, test } from 'vitest';
import { codeOfComponent, componentOf } from '../../../../scripts/check/components/component-code.ts';

const component = `---
/** 汉字 🙂 */ const rule = '第一条';
---

<p title={rule}>🙂{rule.length}</p>
<script>
  document.title = '法则';
</script>
`;

/** Where the component says what the code of a file says at these words. */
function placeOf(source: string, ending: string, words: string) {
  const file = codeOfComponent(source, 'src/pages/a.astro').files.find(({ path }) => path.endsWith(ending));
  const place = file?.placeOf(file.code.indexOf(words));
  return place && `${place.path}(${String(place.line)},${String(place.column)})`;
}

test.each([
  ['the frontmatter', '.tsx', "'第一条'", 'src/pages/a.astro(2,27)'],
  ['an attribute', '.tsx', 'rule}>', 'src/pages/a.astro(5,11)'],
  ['an expression behind a wide character', '.tsx', 'length', 'src/pages/a.astro(5,25)'],
  ['a script', '.0.mts', 'title', 'src/pages/a.astro(7,12)'],
])('finds the place of %s', (_, ending, words, expected) => {
  expect(placeOf(component, ending, words)).toBe(expected);
  expect(placeOf(component.replaceAll('\n', '\r\n'), ending, words)).toBe(expected);
});

test('what Astro adds has no place in a component', () => {
  expect(placeOf(component, '.tsx', 'jsxImportSource')).toBeUndefined();
  expect(placeOf(component, '.tsx', 'export default')).toBeUndefined();
});

test('data in a script is no code', () => {
  const { files } = codeOfComponent('<script type="application/json">{}</script>', 'src/a.astro');
  expect(files.map(({ path }) => path)).toEqual(['src/a.astro.tsx']);
});

test('what Astro cannot read is told with its place', () => {
  expect(codeOfComponent('---\nconst a = ;\n---\n', 'src/a.astro').faults).toEqual([
    {
      place: { path: 'src/a.astro', line: 2, column: 11 },
      message: expect.stringContaining('Expected'),
    },
  ]);
});

test('code is known as its component’s', () => {
  expect(componentOf('src/a.astro.tsx')).toBe('src/a.astro');
  expect(componentOf('src/a.astro.0.mts')).toBe('src/a.astro');
  expect(componentOf('src/a.ts')).toBe('src/a.ts');
});
