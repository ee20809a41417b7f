import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { directionMarksIn, yamlValue } from '../../../src/lib/yaml-value.ts';

test.for(['', '# x', 'a: 1\nb: [x, {c: ~}]', '- a\n- b: |\n    text\n', '"k": &x {y: 1}\nz: *x'])(
  '%j',
  (text) => {
    expect(yamlValue(text)).toEqual(parse(text));
  },
);

test('a key that is there twice is named with its line, wherever it is', () => {
  expect(() => yamlValue('a: 1\nb:\n  - c: 1\n    d: 2\n    c: 3\n')).toThrow('“c” at line 5');
  expect(() => yamlValue('constructor: 1\n__proto__: 2\ntoString: 3\n')).not.toThrow();
});

test.for([
  ['lists within lists', `a: ${'['.repeat(3000)}`],
  ['mappings within mappings', '{a: '.repeat(3000)],
  ['items within items', `${'- '.repeat(5000)}x`],
  [
    'names for values that multiply',
    Array.from({ length: 9 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x, x, x]'
        : `a${index}: &a${index} [${Array(9)
            .fill(`*a${index - 1}`)
            .join(', ')}]`,
    ).join('\n'),
  ],
] as const)('%s are refused', ([, text]) => {
  expect(() => yamlValue(text)).toThrow(Error);
});

test('the titles of a large book are read in time', () => {
  const titles = Array.from({ length: 25_000 }, (_, index) => `题目${index}: {title: T${index}}`);
  expect(Object.keys(yamlValue(titles.join('\n')) as object)).toHaveLength(25_000);
});

test.for(['\\ud800', '\\0', '\\x1b', '\\uFFFE', '\\x9b'])(
  'a text or key with %s, which no page can hold, is named with its line',
  (escape) => {
    expect(() => yamlValue(`a: 1\nb: { c: ["题${escape}"] }\n`)).toThrow(/line 2 has U\+[0-9A-F]{4},/);
    expect(() => yamlValue(`a: 1\n"题${escape}": 2\n`)).toThrow('line 2');
  },
);

test('what a text may have is kept: tabs, line ends, characters beyond the first plane, joined emoji', () => {
  expect(yamlValue('a: "\\t\\n\\r\\x85\\ud842\\udfb7𠮷👨‍👩‍👧\\u200e"')).toEqual({ a: '\t\n\r\x85𠮷𠮷👨‍👩‍👧\u200e' });
});

test('marks that turn text around are taken out of texts and keys, and told with their lines', () => {
  const yaml = 'title: 泵房\u202e守则\nb: { "题\u2066目": ["甲\\u202E乙", 3] }\n';
  expect(yamlValue(yaml)).toEqual({ title: '泵房守则', b: { 题目: ['甲乙', 3] } });
  expect(directionMarksIn(yaml)).toEqual([
    { line: 1, mark: '\u202e' },
    { line: 2, mark: '\u2066' },
    { line: 2, mark: '\u202e' },
  ]);
});
