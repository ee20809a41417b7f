import { expect, test } from 'vitest';
import { fillBookFile } from '../../../scripts/ingest/book/book-file.ts';
import { fact, type Fact } from '../../../scripts/ingest/book/fact.ts';
import { factsOfImprintLine } from '../../../scripts/ingest/book/imprint.ts';
import { findFacts } from '../../../scripts/ingest/book/find-facts.ts';
import { InputError } from '../../../scripts/ingest/input-error.ts';

const found: Fact[] = [
  fact('title', { zh: '泵房守则' }, 'line 1'),
  fact('subtitle', { zh: '从巡检到交班' }, 'line 1'),
  fact('authors', ['柳三变'], 'line 2'),
  fact('year', 2031, 'line 3'),
];

test('fills what is empty and leaves comments, order and what an editor wrote', () => {
  const standing = '# 编辑部\nyear:\nauthors: [] # 待定\ntitle: 泵房手册 # 定名\n';
  const { yaml, filled } = fillBookFile(standing, found);
  expect(yaml).toBe('# 编辑部\nyear: 2031\nauthors: [ 柳三变 ]\ntitle: 泵房手册 # 定名\n');
  expect(filled.map(({ field, from }) => `${field}: ${from}`)).toEqual(['authors: line 2', 'year: line 3']);
});

test.each([
  ['a ruler below the title', ['泵房守则', '-----'], {}],
  ['a longer one', ['泵房守则', '——————'], {}],
  ['a subtitle of marks that turn text around', ['泵房守则', '——\u202e\u202c\u2066'], {}],
  ['metadata of such marks', ['泵房守则'], { publisher: '\u202e', creators: ['\u2066'], rights: '\u202d' }],
])('what says nothing is no fact: %s', (_, texts, metadata) => {
  const lines = texts.map((text, index) => ({ number: index + 1, text, pageBreak: false }));
  const front = [
    { kind: 'other', heading: undefined, lines: [1, texts.length], paragraphs: [] },
  ] as unknown as Parameters<typeof findFacts>[0]['front'];
  const { yaml, filled } = fillBookFile(undefined, findFacts({ lines, front, metadata, name: 'x.txt' }));
  expect(filled.map(({ field }) => field)).toEqual(['title', 'language']);
  expect(fillBookFile(yaml, found.slice(0, 0)).yaml).toBe(yaml);
});

test('a title from a file’s metadata or name turns no text around', () => {
  const facts = findFacts({
    lines: [],
    front: [],
    metadata: { title: '泵房\u202e守则' },
    name: '\u2066泵房.txt',
  });
  expect(facts.flatMap(({ field, value }) => (field === 'title' ? [value.zh] : []))).toEqual([
    '泵房守则',
    '泵房',
  ]);
});

test('a second run changes nothing', () => {
  const { yaml } = fillBookFile(undefined, found);
  expect(fillBookFile(yaml, found)).toEqual({ yaml, filled: [] });
});

test.each([
  ['no YAML', 'title: [', /no YAML/],
  ['no mapping', '- 泵房守则\n', /one mapping/],
  [
    'names for values that multiply',
    Array.from({ length: 9 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x]'
        : `a${index}: &a${index} [${Array(9)
            .fill(`*a${index - 1}`)
            .join(', ')}]`,
    ).join('\n'),
    /no YAML/,
  ],
  ['an unknown key', 'titel: 泵房守则\n', /titel/],
])('a file that is %s is the editor’s to mend', (_what, before, message) => {
  expect(() => fillBookFile(before, found)).toThrow(InputError);
  expect(() => fillBookFile(before, found)).toThrow(message);
});

test('the text’s own title comes before the file’s metadata, and that before the file’s name', () => {
  const sources = { lines: [], front: [], name: '稿子-终稿.docx' };
  const titleOf = (facts: Fact[]) =>
    fillBookFile(undefined, facts).filled.find(({ field }) => field === 'title')?.value;
  expect(titleOf(findFacts({ ...sources, metadata: { title: 'Microsoft Word - 新建文档' } }))).toEqual({
    zh: '稿子',
  });
  const metadata = {
    title: '泵房守则',
    creators: ['柳三变'],
    date: '2031-05-01',
    identifier: 'urn:isbn:9787121336881',
  };
  const facts = findFacts({ ...sources, metadata });
  expect(titleOf(facts)).toEqual({ zh: '泵房守则' });
  expect(Object.fromEntries(facts.map(({ field, value }) => [field, value]))).toMatchObject({
    authors: ['柳三变'],
    year: 2031,
    isbn: '9787121336881',
  });
  const front = [
    { heading: undefined, kind: 'other' as const, lines: [1, 1] as [number, number], paragraphs: [] },
  ];
  const lines = [{ number: 1, text: '点灯的人', pageBreak: false }];
  expect(titleOf(findFacts({ ...sources, lines, front, metadata }))).toEqual({ zh: '点灯的人' });
  expect(titleOf(findFacts({ ...sources, lines, front, metadata, trusted: true }))).toEqual({
    zh: '泵房守则',
  });
});

test.each([
  [
    'a firm above its handbook',
    ['云栖山庄酒店', '前厅部工作手册', '（2031年修订版）'],
    '云栖山庄酒店 前厅部工作手册',
  ],
  [
    'both of them long',
    ['青萍市第二医院门诊服务中心', '接诊窗口常见问题解答（窗口人员用）'],
    '接诊窗口常见问题解答（窗口人员用）',
  ],
  ['a handbook above its firm', ['泵房守则', '青萍水务公司'], '泵房守则'],
  ['a firm above a line that names no handbook', ['青萍水务公司', '点灯的人'], '青萍水务公司'],
  ['spaces between its characters', ['云 栖 山 庄', '员　工　手　册（试行）'], '云栖山庄'],
  ['spaces between characters and words', ['云栖山庄 员 工 手 册'], '云栖山庄 员工手册'],
  ['two names of handbooks', ['服务手册', '投诉处理规范'], '服务手册'],
])('the title of an opening with %s', (_what, texts, zh) => {
  const lines = texts.map((text, index) => ({ number: index + 1, text, pageBreak: false }));
  const front = [
    { heading: undefined, kind: 'other' as const, lines: [1, 9] as [number, number], paragraphs: [] },
  ];
  const facts = findFacts({ lines, front, metadata: {}, name: '稿子.txt' });
  expect(facts.find(({ field }) => field === 'title')?.value).toEqual({ zh });
});

test.for([
  ['ISBN 978-7-121-33688-1', '978-7-121-33688-1'],
  ['ISBN：7-302-12260-1', '7-302-12260-1'],
  ['书号 ISBN 0-8044-2957-X', '0-8044-2957-X'],
  ['ISBN 978-7-121-33688-2', undefined],
  ['ISBN：7-302-12260-6', undefined],
  ['ISBN 0-8044-2957-1', undefined],
] as const)('of %s, the number counts only with its check digit', ([line, isbn]) => {
  const [found] = factsOfImprintLine(line, 'line 1').filter(({ field }) => field === 'isbn');
  expect(found?.value).toBe(isbn);
});

test('the name of an account or a program in the file’s metadata is no author', () => {
  const authors = (...creators: string[]) =>
    findFacts({ lines: [], front: [], metadata: { creators }, name: '稿子.docx' }).filter(
      ({ field }) => field === 'authors',
    );
  for (const account of [
    'WPS_1642069645',
    'Administrator',
    '微软用户',
    'Microsoft Office User',
    'python-docx',
    'DESKTOP-4K2Q',
    ' ',
  ])
    expect(authors(account), account).toEqual([]);
  expect(authors('Administrator', '祁望山').map(({ value }) => value)).toEqual([['祁望山']]);
});
