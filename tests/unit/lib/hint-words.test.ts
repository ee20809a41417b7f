import { expect, test } from 'vitest';
import { hintWords } from '../../../src/lib/language/hint-words.ts';

test('the most frequent keyword and the one that goes with it most often, with the pinyin of the first', () => {
  const keywords = [['交接', '点货'], ['晚班', '交接'], ['交接', '点货', '交接班'], ['早班']];
  expect(hintWords(keywords)).toEqual({ first: '交接', second: '点货', pinyin: 'jiaojie', initials: 'jj' });
});

test('none for a book whose entries have no two keywords in Chinese', () => {
  expect(hintWords([])).toBeUndefined();
  expect(hintWords([['handover', 'night shift'], ['交接']])).toBeUndefined();
  expect(hintWords([['交接', '交接班']])).toBeUndefined();
});
