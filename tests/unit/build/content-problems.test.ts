import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { contentProblems } from '../../../scripts/build/content-problems.ts';
import { ingest } from '../../../scripts/ingest/run/ingest.ts';
import { readOptions } from '../../../scripts/ingest/run/options.ts';

let root: string;
let dir: string;
const book = `第1章 坐下来谈

1.1 先倒水

茶凉了可以再烧，话凉了就难热。

【案例】雨天

2016年春天，绍兴一家印染厂的老傅走进展厅。他坐了下来，半个月后签了合同。

（案例完）

1.2 后开口

客人来了先倒水，再坐下来谈。
`;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'problems-'));
  writeFileSync(join(root, 'book.txt'), book);
  const options = readOptions([join(root, 'book.txt'), '--out', join(root, 'whole')]);
  if (options !== 'help') await ingest(options);
});
beforeEach(() => {
  dir = join(root, 'broken');
  rmSync(dir, { recursive: true, force: true });
  cpSync(join(root, 'whole'), dir, { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const put = (path: string, text: string) => {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
};
const edit = (path: string, from: string | RegExp, to: string) => {
  const before = read(path);
  put(path, before.replace(from, to));
  expect(read(path)).not.toBe(before);
};
const term = (name: string, en: string) => ({ term: name, en, zh: '说明', gloss: 'Explained' });

test('what ingest wrote has no problems', () => {
  expect(existsSync(join(dir, 'cases/01-01-1.md'))).toBe(true);
  expect(contentProblems(dir)).toEqual([]);
});

/**
 * What is broken and how, and the message about it: the file, the field, what was expected and found, what to
 * do.
 */
const breaks: [string, () => void, string[]][] = [
  [
    'a wrong id',
    () => {
      edit('rules/01-02.md', 'id: "01-02"', 'id: "01-03"');
    },
    ['rules/01-02.md: id: expected “01-02”', 'found “01-03”', 'name the file after its id'],
  ],
  [
    'a malformed id',
    () => {
      edit('rules/01-02.md', 'id: "01-02"', 'id: two');
    },
    ['rules/01-02.md', 'id: Expected a rule id such as 01-02', 'Run the ingest again'],
  ],
  [
    'two of one id',
    () => {
      put('rules/01-02 copy.md', read('rules/01-02.md'));
    },
    [
      'rules/01-02 copy.md: id: expected “01-02 copy”, as the file is called, found “01-02”',
      'If this is a copy, delete it',
    ],
  ],
  [
    'two of one code',
    () => {
      edit('rules/01-02.md', /permalink: .*/, /permalink: .*/.exec(read('rules/01-01.md'))?.[0] ?? '');
    },
    [
      'rules/01-02.md: permalink: expected a code of its own',
      'which rules/01-01.md has as well',
      'restore both',
    ],
  ],
  [
    'a missing chapter',
    () => {
      rmSync(join(dir, 'chapters/01.md'));
    },
    [
      'rules/01-01.md: chapter: expected a chapter that has a file, found “01”',
      "chapters/01.md isn't there. Restore it",
    ],
  ],
  [
    'a missing rule',
    () => {
      rmSync(join(dir, 'rules/01-01.md'));
    },
    ['cases/01-01-1.md: rule: expected one that has a file, found “01-01”', 'Restore it'],
  ],
  [
    'a missing case',
    () => {
      rmSync(join(dir, 'cases/01-01-1.md'));
    },
    ['rules/01-01.md: expected a case for the line ::case{id="01-01-1"}', 'remove the line'],
  ],
  [
    'a removed slot',
    () => {
      edit('rules/01-01.md', '::case{id="01-01-1"}', '');
    },
    ['rules/01-01.md: expected the line ::case{id="01-01-1"} where cases/01-01-1.md stands', 'Put it back'],
  ],
  [
    'a doubled slot',
    () => {
      edit('rules/01-01.md', '::case{id="01-01-1"}', '::case{id="01-01-1"}\n\n::case{id="01-01-1"}');
    },
    ['rules/01-01.md: expected the line ::case{id="01-01-1"} once', 'Remove one'],
  ],
  [
    'frontmatter that is no YAML',
    () => {
      edit('rules/01-02.md', 'title:', 'title: "x');
    },
    ['rules/01-02.md: expected YAML.', 'at line', 'Mend that line'],
  ],
  [
    'no frontmatter',
    () => {
      put('rules/01-02.md', 'text\n');
    },
    ['rules/01-02.md', 'frontmatter', 'Run the ingest again'],
  ],
  [
    'the marks of a merge',
    () => {
      put('rules/01-02.md', `<<<<<<< HEAD\n${read('rules/01-02.md')}=======\n>>>>>>> b\n`);
    },
    ['rules/01-02.md', 'frontmatter', 'Run the ingest again'],
  ],
  [
    'a ledger that is no YAML',
    () => {
      put('permalinks.yaml', '- {"code": "k7m');
    },
    ['permalinks.yaml: expected YAML.', 'version control'],
  ],
  [
    'a ledger with a wrong address',
    () => {
      edit('permalinks.yaml', '/rules/01-02/', '/x/ https://evil.example/ 301');
    },
    ['permalinks.yaml', 'addresses.0: Expected the address of a chapter, rule or case', 'version control'],
  ],
  [
    'a ledger that lacks a code',
    () => {
      edit('permalinks.yaml', /^- .*"rule".*\n/m, '');
    },
    ['permalinks.yaml: The rule 01-01 has the code', 'which the ledger lacks', 'restore'],
  ],
  [
    'two glossary terms of one English',
    () => {
      put(
        'glossary.yaml',
        JSON.stringify({ terms: [term('账期', 'Credit period'), term('赊期', 'credit-period')] }),
      );
    },
    [
      'glossary.yaml: terms.1.en: expected one that no other term has, found “credit-period” (赊期), as in terms.0 (账期)',
      'Give one of them another name',
    ],
  ],
  [
    'a glossary term without English',
    () => {
      put('glossary.yaml', JSON.stringify({ terms: [term('账期', '账期')] }));
    },
    ['glossary.yaml: terms.0.en: expected English with a letter or digit', 'Give it an English name'],
  ],
  [
    'a glossary of another shape',
    () => {
      put('glossary.yaml', 'terms: {账期: 1}\n');
    },
    ['glossary.yaml', 'terms: Invalid input: expected array', 'Mend it'],
  ],
  [
    'hand-kept YAML that is none',
    () => {
      put('synonyms.yaml', 'groups: [[甲\n');
    },
    ['synonyms.yaml: expected YAML.', 'at line', 'Mend that line'],
  ],
  [
    'YAML whose aliases unfold without end',
    () => {
      put(
        'facets.yaml',
        `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n`,
      );
    },
    ['facets.yaml: expected YAML.', 'alias'],
  ],
  [
    'a book.yaml with an unknown field',
    () => {
      put('book.yaml', 'titel: 手册\n');
    },
    ['book.yaml', 'Unrecognized key: "titel"', 'Mend it'],
  ],
  [
    'a translation without ids',
    () => {
      put('translations/rules/k7mq2.md', '---\nsource: "0123456789abcdef"\n---\n\nEnglish.\n');
    },
    ['translations/rules/k7mq2.md', '“English.” belongs to no paragraph', 'mend it'],
  ],
  [
    'a translation with a wrong hash',
    () => {
      put('translations/rules/k7mq2.md', '---\nsource: x\n---\n');
    },
    ['translations/rules/k7mq2.md', 'source: expected 16 hexadecimal digits'],
  ],
  [
    'a report that is cut',
    () => {
      put('report.json', read('report.json').slice(0, 100));
    },
    ['report.json: expected the report of an ingest', 'Run the ingest again'],
  ],
  [
    'a picture that is gone',
    () => {
      put('rules/01-02.md', `${read('rules/01-02.md')}\n![茶桌](../pictures/0a1b2c3d4e5f-640x480.png)\n`);
    },
    [
      "rules/01-02.md: expected the picture pictures/0a1b2c3d4e5f-640x480.png, and it isn't there",
      'Restore it, remove the line that shows it, or run the ingest again',
    ],
  ],
  [
    'a picture that is none of the book’s',
    () => {
      put(
        'chapters/01.md',
        `${read('chapters/01.md')}\n![平面图][plan]\n\n[plan]: <../pictures/../../plan a.png>\n`,
      );
    },
    [
      'chapters/01.md: expected a picture of the book',
      'found “../pictures/../../plan a.png”',
      'Put the picture into the source',
    ],
  ],
];

test.for(breaks)('%s is named with file, field, what was expected and what to do', ([, harm, said]) => {
  harm();
  const problems = contentProblems(dir).join('\n').replaceAll('\\', '/');
  for (const words of said) expect(problems).toContain(words);
});

test('a picture that is there, one of another site and one that code speaks of are no problems', () => {
  put('pictures/0a1b2c3d4e5f-640x480.png', '');
  put(
    'rules/01-02.md',
    `${read('rules/01-02.md')}\n![茶桌](../pictures/0a1b2c3d4e5f-640x480.png)\n\n![外](https://elsewhere.example.org/a.png)\n\n    ![](../pictures/gone.png)\n`,
  );
  expect(contentProblems(dir)).toEqual([]);
});
