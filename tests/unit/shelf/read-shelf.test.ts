import { describe, expect, test } from 'vitest';
import { parseShelf, ShelfError } from '../../../scripts/shelf/read-shelf.ts';

const problemsOf = (text: string): string => {
  try {
    parseShelf('shelf.yaml', text);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ShelfError);
    return (error as Error).message;
  }
};

const head = 'title: 宁和集团书架\nbooks:\n';

describe('shelf.yaml', () => {
  test('lists handbooks by address or by folder', () => {
    const shelf = parseShelf(
      'shelf.yaml',
      `${head}  - id: sales
    address: https://handbooks.example.com/sales
    department: { zh: 销售部, en: Sales }
    language: [zh-Hans, en]
  - id: service-2
    folder: ../service/content
    department: 客服部
    language: zh-Hant
`,
    );
    expect(shelf).toEqual({
      title: { zh: '宁和集团书架' },
      books: [
        {
          id: 'sales',
          address: 'https://handbooks.example.com/sales/',
          department: { zh: '销售部', en: 'Sales' },
          language: ['zh-Hans', 'en'],
        },
        {
          id: 'service-2',
          folder: '../service/content',
          department: { zh: '客服部' },
          language: ['zh-Hant'],
        },
      ],
    });
  });

  test.for([
    [
      'an address that is none',
      '  - id: a\n    address: sales\n',
      'shelf.yaml:4 books.0.address: expected where',
      '“sales”',
    ],
    [
      'a script as an address',
      '  - id: a\n    address: "javascript:alert(1)"\n',
      'shelf.yaml:4 books.0.address',
      '“javascript:alert(1)”',
    ],
    [
      'a name with spaces',
      '  - id: A b\n    folder: x\n',
      'shelf.yaml:3 books.0.id: expected a short name',
      '“A b”',
    ],
    [
      'neither address nor folder',
      '  - id: a\n',
      'shelf.yaml:3 books.0: expected either an address or a folder',
      '',
    ],
    [
      'both',
      '  - id: a\n    folder: x\n    address: https://a.example/\n',
      'shelf.yaml:3 books.0: expected either',
      '',
    ],
    [
      'a name twice',
      '  - id: a\n    folder: x\n  - id: a\n    folder: y\n',
      'shelf.yaml:5 books.1.id: expected a name that no other handbook has; books.0',
      '“a”',
    ],
    [
      'an unknown field',
      '  - id: a\n    folder: x\n    adress: y\n',
      'shelf.yaml:5 books.0.adress: expected no field of this name',
      '“y”',
    ],
    [
      'a language of no shelf',
      '  - id: a\n    folder: x\n    language: fr\n',
      'shelf.yaml:5 books.0.language',
      '“fr”',
    ],
    ['no handbooks', '  []\n', 'shelf.yaml:3 books', '[]'],
  ] as const)('%s is named with its line, what was expected and found', ([, text, start, found]) => {
    const problems = problemsOf(head + text);
    expect(problems).toContain(start);
    expect(problems).toContain(`found ${found}`);
    expect(problems).toMatch(/Mend this and run the command again\. No shelf was made\.$/);
  });

  test('every problem is named at once', () => {
    const problems = problemsOf('books:\n  - id: A\n    folder: x\n  - id: b\n    address: c\n');
    expect(
      problems
        .split('\n')
        .slice(0, -1)
        .map((line) => line.replace(/:? .*/, '')),
    ).toEqual(['shelf.yaml:1', 'shelf.yaml:2', 'shelf.yaml:5']);
  });

  test('what is not YAML is named with its line', () => {
    expect(problemsOf('title: a\nbooks: [\n  - id: "x\n')).toMatch(/^shelf\.yaml:\d+ expected YAML/);
  });
});

test.for([
  'https://*/',
  'https://*.example.com/',
  "https://a;script-src'self'/",
  'https://a,b/',
  'https://user:pass@example.com/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/',
  '//example.com/',
  '__proto__',
])('an address that would be more than a name in the shelf’s policy is none: %s', (address) => {
  expect(problemsOf(`${head}  - id: a\n    address: ${JSON.stringify(address)}\n`)).toMatch(
    /books\.0\.address: expected where the handbook’s site begins/,
  );
});

test.for([
  'https://192.0.2.7:8080/',
  'http://[2001:db8::1]/',
  'https://手册.example.com/甲/',
  'http://localhost/',
])('a machine may be named by number and in any script: %s', (address) => {
  expect(problemsOf(`${head}  - id: a\n    address: ${address}\n`)).toBe('');
});

test('nginx finds no variable in an address', () => {
  const [book] = parseShelf(
    'shelf.yaml',
    `${head}  - id: a\n    address: https://a.example.com/$host/\n`,
  ).books;
  expect(book?.address).toBe('https://a.example.com/%24host/');
});

test('repeated parts that unfold without end are named as such', () => {
  const lines = ['a: &a0 [x, x]'];
  for (let at = 1; at < 30; at += 1) lines.push(`b${at}: &a${at} [*a${at - 1}, *a${at - 1}, *a${at - 1}]`);
  expect(problemsOf(lines.join('\n'))).toMatch(/expected a list of handbooks\. Excessive alias count/);
});
