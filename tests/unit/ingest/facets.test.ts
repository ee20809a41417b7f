import { describe, expect, test } from 'vitest';
import { facetsOf } from '../../../scripts/ingest/describe/facets.ts';
import { keywordsOf } from '../../../scripts/ingest/describe/keywords.ts';
import { outcomeOf } from '../../../scripts/ingest/describe/outcome.ts';
import { summarise } from '../../../scripts/ingest/describe/summarise.ts';
import { authorsTradeIn } from '../../../scripts/ingest/describe/trades.ts';

describe('facets of a story', () => {
  test('are the roles of at most two people who are named, in the order of mention', () => {
    const story = '客户经理小唐给厂长老荀打电话，调度员小麻在旁边，司机老柯也在。';
    expect(facetsOf([story])?.roles).toEqual(['客户经理', '厂长']);
  });

  test('are the role mentioned first if nobody is named', () => {
    expect(facetsOf(['厂长没有来，司机等了一天。'])?.roles).toEqual(['厂长']);
  });

  test('are at most three places; a wide area only if nothing else is named', () => {
    expect(facetsOf(['他从苏州到无锡，再到常州和南通，都是华东的生意。'])?.places).toEqual([
      '苏州',
      '无锡',
      '常州',
    ]);
    expect(facetsOf(['那几年华东的生意好做。'])?.places).toEqual(['华东']);
  });

  test('are the years in whatever figures, the earliest first', () => {
    expect(facetsOf(['二〇一九年的单子，到２０２１年才结，头一笔在2016年。'])?.years).toEqual([
      2016, 2019, 2021,
    ]);
  });
});

describe('the author’s trade', () => {
  test('is the one that half of the texts mention, and twice as many as the next', () => {
    const schools = ['校长来了。', '课堂很静。', '家长会散了。', '招生开始了。'];
    expect(authorsTradeIn([...schools, '医院很静。', '病房很静。', '雨停了。'])).toBe('教育');
    expect(authorsTradeIn([...schools, '医院很静。', '病人走了。', '护士来了。'])).toBeUndefined();
    expect(authorsTradeIn([...schools, ...Array<string>(5).fill('雨停了。')])).toBeUndefined();
  });
});

describe('the outcome of a story', () => {
  const ending = (last: string, before = '老柯等了三天。') => outcomeOf(['他敲了门。', before, last]);

  test.for([
    ['success', '对方当场签了合同，又追加了两台。'],
    ['failure', '客户改用了别家，押金也没退，还扣下了仓租。'],
    ['mixed', '合同续了约，又追加一单，可那台机器赔了违约金，老客户也流失了。'],
    [undefined, '他把本子合上，回家去了。'],
    [undefined, '对方笑了。'],
  ] as const)('is %s: %s', ([outcome, last]) => {
    expect(ending(last)).toBe(outcome);
  });

  test('is decided by its last paragraph where the one before it differs', () => {
    expect(ending('客户续约，又追加了两台。', '他丢了一单，赔了违约金。')).toBe('success');
  });

  test('takes a denial for the side that it supports', () => {
    expect(ending('从那以后没有再投诉，一个也没有坏。')).toBe('success');
  });
});

describe('keywords', () => {
  test('are five at most', () => {
    const text = '冰箱在电梯旁，电梯在货架旁，货架上有轮胎，轮胎下有账本，账本边有打印机，打印机边有水泥。';
    expect(keywordsOf([text + text])[0]).toHaveLength(5);
  });

  test('are no part of a better one', () => {
    const [words = []] = keywordsOf(['电梯间有人，电梯间无灯，电梯停了，电梯井进水。']);
    expect(words).toEqual(['电梯间']);
  });
});

describe('the summary of an argument', () => {
  const claim = '能提前说明的风险都不算意外，提前说明了客户心里就有数，有数就不慌张，也就不会来问第二遍。';

  test('is no question and no speech if there is something else', () => {
    const asked =
      '能提前说明的风险都算不算意外，提前说明了客户心里有没有数，有数慌不慌张，还会不会来问第二遍？';
    const spoken =
      '“能提前说明的风险都不算意外，提前说明了客户心里就有数，有数就不慌张，也就不会来问第二遍。”';
    expect(summarise([asked, claim], 'argument')).toBe(claim);
    expect(summarise([spoken, claim], 'argument')).toBe(claim);
  });

  test('does not begin with a word that leans on the sentence before', () => {
    const leaning = `所以${claim}`;
    expect(summarise([leaning, claim], 'argument')).toBe(claim);
  });
});
