import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/search/query/show/excerpt.ts';
import { occurrences } from '../../../src/search/query/show/occurrences.ts';

test('finds every occurrence, whatever its width and case', () => {
  expect(occurrences('CEO问ＣＥＯ', ['ceo'])).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 7 },
  ]);
});

test('merges marks that overlap or touch', () => {
  expect(occurrences('大客户需求', ['客户', '户需', '求'])).toEqual([{ start: 1, end: 5 }]);
});

test('shows the block with the most different terms, and says how many places there are', () => {
  const excerpt = excerptOf(
    [
      ['', '客户来了。客户又走了。'],
      ['p-1', '他说：先看回款，再看客户。'],
    ],
    ['客户', '回款'],
  );
  expect(excerpt).toMatchObject({ block: 'p-1', count: 4 });
  expect(excerpt.runs.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['回款', '客户']);
});

test('begins at a sentence near the hit and says that there is more', () => {
  const text = `${'前面的话很长，'.repeat(12)}一句完了。这里有痛点，${'后面还有。'.repeat(20)}`;
  const { runs } = excerptOf([['', text]], ['痛点']);
  expect(runs[0]?.text).toBe('…');
  expect(runs[1]?.text).toBe('这里有');
  expect(runs.at(-1)?.text).toBe('…');
});

test('shows the beginning where nothing of the text is to be marked', () => {
  const excerpt = excerptOf([['', '只在标题里。']], ['痛点']);
  expect(excerpt).toEqual({ runs: [{ text: '只在标题里。', marked: false }], block: '', count: 0 });
});

test('cuts no Latin word in two', () => {
  const text =
    'Only customers bring money that never has to be paid back. Make the link visible again: whoever asks, whenever.';
  const { runs } = excerptOf([['', text]], ['money'], 40);
  const shown = runs.map((run) => run.text).join('');
  expect(shown).toBe('…customers bring money that never has to …');
});
