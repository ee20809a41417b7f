import { expect, test } from 'vitest';
import { contentsWords, hyphenatedWords, titleWords } from '../../src/components/text/title-words.ts';
import { must } from '../../src/lib/must.ts';

test.for([
  ['在突发事件中拉近与客户的距离', '拉近'],
  ['坚守正道，勿以“错”小而为之', '正道，'],
  ['客户是华为赖以生存的根本', '生存的'],
])('%s: never inside %s', ([title, whole]) => {
  const pieces = titleWords(must(title));
  expect(pieces.join('')).toBe(title);
  expect(pieces.some((piece) => piece.includes(must(whole)) || piece === whole)).toBe(true);
  expect(pieces.filter((piece) => /^[，。”的]|[“]$/u.test(piece))).toEqual([]);
});

test.for([
  ['a title that fits', '以宗教般的态度对待', ['以宗教般的态度对待']],
  ['a comma says where', '以客户为中心，反对以自我为中心', ['以客户为中心，反对以自我为中心']],
  ['a long one', '不能为了图省事让产品体验下降', ['不能为了图省事', '让产品体验下降']],
] as const)(
  'in the contents a long title goes on near its middle, between words: %s',
  ([, title, pieces]) => {
    expect(contentsWords(title)).toEqual(pieces);
  },
);

test('a line ends behind no hyphen of a short word', () => {
  const pieces = titleWords('办理入住（Check-in）不超过三分钟');
  expect(pieces).toContain('（Check-in）');
  expect(hyphenatedWords('（Check-in）')).toEqual(['（', 'Check-in', '）']);
  expect(hyphenatedWords('Step-by-step')).toEqual(['', 'Step-by-step', '']);
  for (const piece of ['三—五', 'a- b', `x-${'y'.repeat(40)}`, 'a-b-c-d-e'])
    expect(hyphenatedWords(piece)).toEqual([piece]);
});
