import { expect, test } from 'vitest';
import { indexTokens, phraseTokens, tokenCount, type Design } from '../../../src/search/format/tokens.ts';

const designs: Design[] = ['characters', 'bigrams'];

test('cuts text into characters, with a gap where white space stands', () => {
  expect(indexTokens('客户 CEO', 'characters')).toBe('客 户 ㄅ c e o ㄅ');
});

test('cuts text into overlapping pairs, the last one open', () => {
  expect(indexTokens('客户需求', 'bigrams')).toBe('客户 户需 需求 求ㄅ');
});

test('keeps punctuation as tokens, so that no phrase runs across it unseen', () => {
  expect(indexTokens('客户，需求', 'characters')).toBe('客 户 ㄆ0000044 需 求 ㄅ');
  expect(phraseTokens('户需', 'characters')).toEqual(['户', '需']);
});

test.for(designs)('finds a phrase of a text as a run of its tokens: %s', (design) => {
  const text = ` ${indexTokens('以客户为中心，反对以自我为中心。', design)} `;
  expect(text).toContain(` ${phraseTokens('心，反对', design).join(' ')} `);
  expect(text).not.toContain(` ${phraseTokens('中心反对', design).join(' ')} `);
});

test.for(designs)('counts as many tokens as it makes: %s', (design) => {
  const text = '把“低端产品”做成 3.5 倍的钞票';
  expect(tokenCount(text, design)).toBe(indexTokens(text, design).split(' ').length);
});
