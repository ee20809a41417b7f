import { expect, test } from 'vitest';
import { announces, another, contrasts, saying } from '../../../scripts/ingest/cases/model/words/turns.ts';
import { possibleStories } from '../../../scripts/ingest/cases/possible-stories.ts';
import { isSetOut } from '../../../scripts/ingest/language/set-out.ts';
import { must } from '../../../src/lib/must.ts';

test.for([
  '同一个月，另一位跟单员接到一位哭着报修的客户。',
  '2013年，对街的鞋店也遇上一桩。',
  '另一次走丢的是个孩子，就没有这么顺当。',
  '同城的另一家，样板间请了乐队剪彩。',
  '可也有聊不成的。',
])('a second story is set against the first: %s', (sentence) => {
  expect(sentence).toMatch(contrasts);
});

test.for([
  '另一处关口在合同转订单。',
  '也有人说，这样太慢。',
  '他又去了另一条街，问了三家店。',
  '换了别家的客户，不要去挽。',
])('no second story: %s', (sentence) => {
  expect(sentence).not.toMatch(contrasts);
});

test('a sentence that says a story is coming is no part of it', () => {
  const texts = ['规矩要守。', '有个同行跟我讲过他师傅的事。', '师傅姓荀，赶到码头，陪着坐到天亮。'];
  const { story, longest } = possibleStories(texts, [undefined, undefined, undefined]);
  expect('有个同行跟我讲过他师傅的事。').toMatch(announces);
  expect('凡是交过一次的，不应再要第二次。').not.toMatch(announces);
  // The story of the third paragraph against that of the second and the third.
  expect(must(story[2 * longest])).toBeGreaterThan(must(story[longest + 1]));
});

test('a sentence that begins with an article’s number is running text; the article is none', () => {
  expect(isSetOut('第五条改成了“接孩子不受干涉”，双方都签了字。')).toBe(false);
  expect(isSetOut('第五条 本规定自发布之日起施行。')).toBe(true);
  expect(isSetOut('第五条当事人应当遵守本规定。')).toBe(true);
});

test.for(['保留意见的四个字，值六万。', '拦下来要二十分钟，拦不下来要三分钟。'])('a saying: %s', (text) => {
  expect(text).toMatch(saying);
});

test.for(['老傅没有再来。', '到今天，那十二张大字还挂在登记处的墙上。', '“算了。”'])(
  'no saying: %s',
  (text) => {
    expect(text).not.toMatch(saying);
  },
);

test('an item of a list may tell if it is in whole sentences, and a line in brackets between what is said', () => {
  const texts = [
    '- 当晚：店长邬敏带着现金登门道歉，退了全款。',
    '- 早课的定义：八点以前',
    '“里面怎么样了？”',
    '（三分钟后）',
    '“多取了一颗，还要二十分钟。”',
    '（试行）',
  ];
  const { size, longest, story } = possibleStories(
    texts,
    texts.map(() => undefined),
  );
  const isPossible = (at: number) => story[at * longest] !== -Infinity;
  expect(Array.from({ length: size }, (_, at) => isPossible(at))).toEqual([
    true,
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('a story at the same time or place as the one before, set off as such, is another', () => {
  expect('同一场雨里，另一家卖油布的派人来催过两次账。').toMatch(another);
  expect('同一天停汽的另一家供应商，通知是下午发的。').not.toMatch(another);
});
