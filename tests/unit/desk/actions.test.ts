import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Action } from '../../../scripts/desk/protocol/model.ts';
import { dirtySource, TestDesk } from './books.ts';

async function open(name: string): Promise<TestDesk> {
  const desk = new TestDesk(dirtySource(name));
  await desk.open();
  return desk;
}

/** A book with a case that a correction sets, so that the model has no part in it. */
async function openWithCase(): Promise<TestDesk> {
  const desk = await open('rulers');
  await desk.act({ do: 'case', lines: [7, 7], kind: 'case' });
  return desk;
}

describe('a line', () => {
  test('is made a section, undone and done again', async () => {
    const desk = await open('noisy');
    expect(desk.kind('要领')).toBe('text');
    await desk.act({ do: 'line', lines: [desk.line('要领')], as: 'section' });
    expect(desk.kind('要领')).toBe('section');
    const written = desk.read('overrides.yaml');
    expect(parse(written)).toEqual({
      'book.txt': [
        {
          heading: '要领',
          as: 'section',
          line: 33,
          between: [',打断别人就是打断生意。', '一是等三秒再开口,二是把'],
        },
      ],
    });
    await desk.move('undo');
    expect(desk.kind('要领')).toBe('text');
    await desk.move('redo');
    expect(desk.kind('要领')).toBe('section');
    expect(desk.read('overrides.yaml')).toBe(written);
  });

  test.for([
    ['part', '第 2 章', 'part'],
    ['chapter', '要领', 'chapter'],
    ['rule', '要领', 'rule'],
    ['text', '等他 说完', 'text'],
    ['drop', '老前辈常说', 'dropped'],
    ['keep', '听完再说 · 15', 'text'],
  ] as const)('is set: %s', async ([as, words, kind]) => {
    const desk = await open('noisy');
    const before = desk.outline();
    const lines = [desk.line(words)];
    await desk.act({ do: 'line', lines, as });
    expect(desk.kind(words)).toBe(kind);
    await desk.move('undo');
    expect(desk.outline()).toBe(before);
    await desk.move('redo');
    expect(desk.kind(words)).toBe(kind);
  });

  test('no chapter was found: all lines of one shape are made chapters', async () => {
    const desk = await open('stations');
    expect(desk.view?.problem).toContain('No chapter headings');
    const lines = await desk.desk.alike(desk.line('壹站'));
    expect(lines).toEqual([3, 6, 9]);
    await desk.act({ do: 'line', lines, as: 'chapter' });
    expect(desk.view?.problem).toBeUndefined();
    expect(desk.outline()).toMatchInlineSnapshot(`
      "front 门店新人手册…
      chapter 壹站认门
      chapter 贰站守规矩
      chapter 叁站上岗
      "
    `);
  });
});

describe('paragraphs', () => {
  test('are joined and split again', async () => {
    const desk = await open('noisy');
    const [first, second] = [desk.line('抢答的人'), desk.line('老前辈')];
    const joint = () => desk.view?.marks[second - 1]?.joint;
    await desk.act({ do: 'join', lines: [first, second] });
    expect(joint()).toBe('page');
    await desk.act({ do: 'split', line: second });
    expect(joint()).toBeUndefined();
    await desk.move('undo');
    expect(joint()).toBe('page');
    await desk.move('undo');
    expect(joint()).toBeUndefined();
  });

  test('one is split within its line', async () => {
    const desk = await open('noisy');
    await desk.act({ do: 'split', line: desk.line('老前辈'), words: '只记得你答错了' });
    expect(desk.read('overrides.yaml')).toContain('split: 只记得你答错了');
  });
});

describe('cases', () => {
  const linesOfCases = (desk: TestDesk) =>
    desk.view?.tree.filter(({ kind }) => kind === 'case').map(({ lines }) => lines);

  test('one is set from here to there, and unset', async () => {
    const desk = await openWithCase();
    await desk.act({ do: 'case', lines: [7, 9] });
    expect(linesOfCases(desk)).toEqual([[7, 9]]);
    await desk.act({ do: 'no-case', entry: 'case 01-02-1' });
    expect(linesOfCases(desk)).toEqual([]);
    await desk.move('undo');
    expect(linesOfCases(desk)).toEqual([[7, 9]]);
    await desk.move('undo');
    expect(linesOfCases(desk)).toEqual([[7, 7]]);
  });

  test('a rule is divided in one of the likeliest ways', async () => {
    const desk = await openWithCase();
    const { entry, divisions } = await desk.desk.divisions('rule 01-02');
    const ways = divisions.map(({ stories }) => stories.map(({ lines }) => lines));
    // The model decides which is likeliest; there are three, and none twice.
    expect(new Set(ways.map((way) => JSON.stringify(way)))).toHaveProperty('size', 3);
    expect(divisions.map(({ share }) => share)).toEqual(
      divisions.map(({ share }) => share).sort((x, y) => y - x),
    );
    for (const stories of ways) {
      if (JSON.stringify(linesOfCases(desk)) === JSON.stringify(stories)) continue;
      await desk.act({ do: 'division', entry, stories });
      expect(linesOfCases(desk)).toEqual(stories);
    }
  });

  test('one that would span two rules is refused, and nothing is written', async () => {
    const desk = await openWithCase();
    const written = desk.read('overrides.yaml');
    await expect(desk.act({ do: 'case', lines: [7, 12] })).rejects.toMatchObject({ fault: 'not-one-rule' });
    expect(desk.read('overrides.yaml')).toBe(written);
  });
});

describe('what is said of entries', () => {
  test('title, summary, keywords and facets in Chinese; English by the title', async () => {
    const desk = await openWithCase();
    const { title } = await desk.desk.details('case 01-02-1');
    const fields: Extract<Action, { do: 'entry' }>['fields'] = {
      title: '白板上的账',
      summary: '老刘把欠账写上白板，货就齐了。',
      keywords: ['白板', '欠账'],
      kind: 'anecdote',
      basis: 'illustrative',
      years: [2003],
      places: ['东街'],
      outcome: 'success',
      english: { title: 'Debts on a board', summary: 'Written up, they were paid.', keywords: ['board'] },
    };
    await desk.act({ do: 'entry', entry: 'case 01-02-1', fields });
    const details = await desk.desk.details('case 01-02-1');
    expect(details).toMatchObject({ ...fields, kind: 'case', storyKind: 'anecdote' });
    // Again, under its new title.
    await desk.act({ do: 'entry', entry: 'case 01-02-1', fields: { title: '白板' } });
    expect(parse(desk.read('overrides.yaml'))['book.txt']).toHaveLength(2);
    expect(await desk.desk.details('case 01-02-1')).toMatchObject({ english: { title: 'Debts on a board' } });
    await desk.move('undo');
    await desk.move('undo');
    expect(await desk.desk.details('case 01-02-1')).toMatchObject({
      title,
      english: { title: '' },
    });
  });

  test('a term and the fields of the book', async () => {
    const desk = await open('rulers');
    const term = {
      term: '白板',
      en: 'board',
      zh: '写欠账的地方。',
      gloss: 'Where debts stand.',
      aliases: [],
    };
    await desk.act({ do: 'term', fields: term });
    expect(parse(desk.read('glossary.yaml'))).toEqual({
      terms: [{ term: '白板', en: 'board', zh: '写欠账的地方。', gloss: 'Where debts stand.' }],
    });
    const book = await desk.desk.book();
    await desk.act({
      do: 'book',
      fields: { ...book, title: '门店手册', titleEnglish: 'The shop', authors: '甲\n乙 / B', year: '2026' },
    });
    expect(parse(desk.read('book.yaml'))).toMatchObject({
      title: { zh: '门店手册', en: 'The shop' },
      authors: ['甲', { zh: '乙', en: 'B' }],
      year: 2026,
    });
    await desk.move('undo');
    await desk.move('undo');
    expect(() => desk.read('glossary.yaml')).toThrow();
  });
});

test('comments, order and anchors of a file stay', async () => {
  const desk = new TestDesk(dirtySource('noisy'));
  const standing = `# kept by hand
other.txt:
- drop: &head 页眉 # why
book.txt:
# the first
- entry: 等他说完
  summary: &said 等他把话说完。
second.txt:
- drop: *head
`;
  desk.write('overrides.yaml', standing);
  await desk.open();
  await desk.act({ do: 'line', lines: [desk.line('要领')], as: 'section' });
  const written = desk.read('overrides.yaml');
  expect(written.replace(/- heading: 要领\n(?: {2}.*\n)+/, '')).toBe(standing);
});

test('a second window that is behind is told so, and writes nothing', async () => {
  const desk = await open('noisy');
  const behind = desk.view?.version ?? 0;
  await desk.act({ do: 'line', lines: [desk.line('要领')], as: 'section' });
  const written = desk.read('overrides.yaml');
  await expect(desk.desk.act(behind, { do: 'line', lines: [20], as: 'drop' })).rejects.toMatchObject({
    fault: 'stale',
  });
  expect(desk.read('overrides.yaml')).toBe(written);
});

test('an action without effect is taken back', async () => {
  const desk = await open('noisy');
  await expect(desk.act({ do: 'line', lines: [desk.line('- 002')], as: 'chapter' })).rejects.toMatchObject({
    fault: 'no-effect',
  });
  expect(() => desk.read('overrides.yaml')).toThrow();
});
