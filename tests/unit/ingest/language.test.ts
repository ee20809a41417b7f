import { describe, expect, test } from 'vitest';
import { caseTitle } from '../../../scripts/ingest/cases/title/title.ts';
import { whoAndWhat } from '../../../scripts/ingest/cases/title/who-and-what.ts';
import { facetsOf } from '../../../scripts/ingest/describe/facets.ts';
import { keywordsOf } from '../../../scripts/ingest/describe/keywords.ts';
import { sentencesOf } from '../../../scripts/ingest/language/sentences.ts';
import { simplified } from '../../../scripts/ingest/language/simplified.ts';
import { summarise } from '../../../scripts/ingest/describe/summarise.ts';
import { authorsTradeIn } from '../../../scripts/ingest/describe/trades.ts';
import { must } from '../../../src/lib/must.ts';

describe('sentencesOf', () => {
  test.for([
    ['一句。两句！三句', ['一句。', '两句！', '三句']],
    ['他说：“好。明天见。”大家散了。', ['他说：“好。明天见。”', '大家散了。']],
    ['“行吗？”店长问。没人答。', ['“行吗？”店长问。', '没人答。']],
    ['等等……再说。', ['等等……', '再说。']],
    ['', []],
  ] as [string, string[]][])('splits %s', ([text, sentences]) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe('caseTitle', () => {
  test.for([
    [
      '2016年春天，绍兴一家印染厂的采购主管老傅第三次走进我们的展厅，前两次都空手而归。',
      '采购主管老傅第三次走进我们的展厅',
    ],
    ['“你们的配送总是迟到。”店长把抹布往柜台上一摔。', '店长把抹布往柜台上一摔'],
    ['凌晨两点，机房的值班电话响了。', '机房的值班电话响了'],
    ['小唐接手了。', '小唐接手了'],
    ['当然，1992年，厂长老胡把退货单贴在了墙上。', '厂长老胡把退货单贴在了墙上'],
    ['但是，三十二公里。司机小卞连夜开了回去。', '司机小卞连夜开了回去'],
  ])('of %s', ([text, title]) => {
    expect(caseTitle([must(text)])).toBe(title);
  });

  test.for([
    [
      'the start of the story is looked at, not only its first paragraph',
      ['凌晨两点。', '司机小卞连夜开了回去。'],
      '司机小卞连夜开了回去',
    ],
    ['a word that only points is kept', ['那只皮箱没有贴托运条，我接过来时才看见。'], '那只皮箱没有贴托运条'],
    [
      'what is left of a cut sentence is none',
      ['这一句话从头到尾没有任何一个可以断开的地方所以必须在中间找到一处词的边界来截短它'],
      undefined,
    ],
    [
      'a deed without anybody, and when without who, give way to who did what',
      ['第二个礼拜没来。搬个凳子坐在收银台边上，差一台完成任务。', '司机小卞把箱子搬回了仓库。'],
      '司机小卞把箱子搬回了仓库',
    ],
    [
      'what has no verb of its own is no clause, and a firm’s name none either',
      [
        '电热毯推销员为了一笔很大的生意，汽车销售公司，谈判代表到了之后不过几天。',
        '司机小卞把订单送到了码头。',
      ],
      '司机小卞把订单送到了码头',
    ],
    ['numbers and connectives alone are none', ['当然。但是，1992年，三十二公里。'], undefined],
    [
      'a time, or who was asked or given something, is none',
      ['荀师傅退休那年，拿去给厂长看。厂长老胡把退货单贴在了墙上。'],
      '厂长老胡把退货单贴在了墙上',
    ],
    [
      'a gesture says less than a deed',
      ['掌柜老庾摆摆手。', '掌柜老庾把两双鞋收进了柜子。'],
      '掌柜老庾把两双鞋收进了柜子',
    ],
  ] as const)('%s', ([, story, title]) => {
    expect(caseTitle([...story])).toBe(title);
  });

  test('prefers a whole deed to what stops at an amount, points ahead or names nobody', () => {
    expect(
      caseTitle([
        '柜子里剩下的料不多了，老贺从底下翻出两张。',
        '老贺把纸样铺在桌上，一张一张量过去，量到第三遍才放手。',
      ]),
    ).toBe('老贺把纸样铺在桌上');
    expect(caseTitle(['下面这通我听过九遍。', '接线员罗敏把电话转给了值班长，那头才不骂了。'])).toBe(
      '接线员罗敏把电话转给了值班长',
    );
  });
});

test('a story is about a person or a thing, not about a place or a state', () => {
  const text = '老卞回到店里。店里的封条不合格，老卞把封条换了。';
  const topics = new Map([
    ['店里', 9],
    ['合格', 8],
    ['封条', 3],
  ]);
  expect(whoAndWhat([text], topics, ['老卞'])).toBe('老卞与封条');
});

describe('summarise', () => {
  const argument = [
    '记住名字这件事，人人都说重要，做到的人不多。',
    '记住客户的名字，先要记住客户的难处：名字只是一个抽屉，难处才是抽屉里的东西，两样一起记才不会忘。你做得到吗？',
    '名字可以写在本子上。',
  ];

  test('takes whole sentences of the text that stand together', () => {
    const summary = must(summarise(argument, 'argument'));
    expect(argument.join('\n')).toContain(summary);
    expect(summary).toMatch(/^.{40,80}$/);
    expect(summary).toMatch(/。$/);
  });

  test('opens a story’s summary with its first sentence', () => {
    expect(summarise(['雨下了三天。老柯下到舱底，摸到一手的水。', '船晾了十八个小时。'], 'story')).toBe(
      '雨下了三天。老柯下到舱底，摸到一手的水。',
    );
  });

  test('opens the summary of what answers a question with the answer, less its label', () => {
    const answer = '答：发货之前可以。改完念一遍给客户听。下面三步：';
    const rest = '已经发货的，联系承运的快递改派，改派费由客户承担，先说清楚再改，客户同意了才改。';
    expect(summarise([answer, rest], 'argument')).toBe('发货之前可以。改完念一遍给客户听。');
    expect(summarise(['答：', rest], 'argument')).toBe(rest);
    expect(summarise(['答：', '| 方式 | 到账 |', '| --- | --- |'], 'argument')).toBeUndefined();
  });

  test('takes neither an item that is counted by letters nor what somebody answers further down for an answer', () => {
    const [dialogue, choice] = ['答：不用。', 'A. 先道歉，再问明经过。'];
    expect(summarise([...argument, dialogue], 'argument')).toBe(summarise(argument, 'argument'));
    expect(summarise([choice, ...argument], 'argument')).toBe(summarise(argument, 'argument'));
  });

  test('ends with a full stop where an item of a list goes on to the next', () => {
    expect(summarise(['1. 查得到流水号的，十分钟内自动对上；'], 'argument')).toBe(
      '查得到流水号的，十分钟内自动对上。',
    );
  });

  test('gives none for no text', () => {
    expect(summarise([], 'argument')).toBeUndefined();
  });
});

describe('keywordsOf', () => {
  test('prefers what is said often here and seldom elsewhere', () => {
    const [printer, elevator] = keywordsOf([
      '打印机卡纸，打印机的纸盒要清洁。门店的打印机每天清洁。',
      '电梯的缓冲器生锈，电梯底坑积水。门店旁边的电梯停了。',
    ]);
    expect(must(printer)[0]).toBe('打印机');
    expect(must(elevator)[0]).toBe('电梯');
    expect(printer).not.toContain('电梯');
  });

  test('keeps the characters of a Traditional text', () => {
    expect(must(keywordsOf(['電梯的緩衝器生鏽，電梯停了，電梯又停了。'])[0])[0]).toBe('電梯');
  });

  test('takes no set phrase that names nothing', () => {
    const [words] = keywordsOf([
      '从那以后，他答应下来，谁也说不清按规定该怎么办。消防通道里的冰箱，消防通道外的冰箱。',
    ]);
    expect(words).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/从那以后|答应下来|说不清|按规定/)]),
    );
    expect(words).toContain('冰箱');
  });

  test('finds none where there are none', () => {
    expect(keywordsOf(['的了吗', ''])).toEqual([[], []]);
  });

  test('Latin words with hyphens and ampersands are one', () => {
    const text =
      'Check-in流程写在Lost & Found登记旁边。Check-in不问第二遍，Lost & Found不漏一笔，Q&A不过一页。';
    const [words = []] = keywordsOf([text + text]);
    expect(words).toEqual(expect.arrayContaining(['Check-in', 'Lost & Found']));
    for (const part of ['Check', 'in', 'Lost', 'Found', '& Found']) expect(words).not.toContain(part);
    expect(must(keywordsOf(['電梯的Check-in流程與Q&A頁，Check-in、Q&A。'])[0])).toContain('Check-in');
    // Marks between figures, and a hyphen with nothing behind it, make no word.
    expect(must(keywordsOf(['型号A-的阀门A &的阀门，3-5天。'])[0])).toEqual(['阀门', '型号']);
  });
});

describe('facetsOf', () => {
  test('reads when, where, who, which trade and how it ended', () => {
    const story = [
      '2016年11月，埃塞俄比亚的运营商把合同给了别家。２００７年，新到任的客户经理约见对方。',
      '二〇〇八年，运营商与他们续签了合同。',
    ];
    expect(facetsOf(story)).toEqual({
      years: [2007, 2008, 2016],
      places: ['埃塞俄比亚'],
      roles: ['客户经理'],
      industries: ['电信'],
      outcome: 'success',
    });
  });

  test('says nothing where the text says nothing', () => {
    expect(facetsOf(['他把石头放下了。'])).toBeUndefined();
  });

  test('takes no common word for a place', () => {
    expect(facetsOf(['大理石的台面裂了，印度洋上的船也晚了。'])?.places).toBeUndefined();
  });

  test('takes no part of a word for a trade or a place, and no single mention for the trade', () => {
    const story =
      '学生工小李临走给梯队里的新人写了一封信，贴在楼梯口。客人说这封信传遍了大江南北。他后来进了银行。';
    expect(facetsOf([story])?.industries).toBeUndefined();
    expect(facetsOf([story])?.places).toBeUndefined();
  });

  test('reads places, roles and trades in whole words: 大江南北 is no place, and 梯队 and 楼梯 make no 电梯', () => {
    const story = '店里的学生小李考上了大学，给梯队里的新人写了封信，贴在楼梯口。这封信传遍了大江南北。';
    expect(facetsOf([story])).toBeUndefined();
  });

  test('files a story under its teller’s trade at one mention, under another’s only if it is spoken of more', () => {
    const story = ['调音师来的那天，校长站在门口等。琴修好了，他签了字。'];
    expect(facetsOf(story)?.industries).toBeUndefined();
    expect(facetsOf(story, '教育')?.industries).toEqual(['教育']);
    const garage = '车主把车开到店里，说刹车响。师傅举起来一看，轮胎磨偏了。换了配件，车间里试了两圈。';
    expect(facetsOf([garage])?.industries).toEqual(['汽车']);
    const shop = '她在镜头前卖柿饼，直播间里有人问快递几天能到。直播播到半夜，快递单打了一地。';
    expect(facetsOf([shop])?.industries).toEqual(['零售']);
    expect(authorsTradeIn(['校长说了话。', '课堂里很静。', '家长会散了。', '窗外下着雨。'])).toBe('教育');
    expect(authorsTradeIn(['校长说了话。', '医院很静。', '银行下了班。', '窗外下着雨。'])).toBeUndefined();
  });

  test('files a story under the trade of whom it presents, and not under that of a place that somebody is taken to', () => {
    const lift = '有一家电梯维护公司，签下了连锁商场的合同。商场的门一开，技师就得到场。';
    expect(facetsOf([lift])?.industries).toEqual(['电梯']);
    const fall = '他摔断了腿，送到医院。妻子赶去医院，保险员也从医院门口赶来。';
    expect(facetsOf([fall])?.industries).toBeUndefined();
  });

  test('begins the summary of a story with what is told, if its first paragraph is but what somebody says', () => {
    const story = ['“一吨三百，你抢人啊？”', '老柯把磅单摊在引擎盖上，一项一项念给他听。他没有再说话。'];
    expect(summarise(story, 'story')).toBe('老柯把磅单摊在引擎盖上，一项一项念给他听。他没有再说话。');
    expect(summarise(story.slice(0, 1), 'story')).toBe('“一吨三百，你抢人啊？”');
  });

  test('summarises running text, and neither a ruler nor a heading nor an item of a list', () => {
    expect(summarise(['——————', '■ 背景', '一、概况', '老柯下到舱底，摸到一手的水。'], 'story')).toBe(
      '老柯下到舱底，摸到一手的水。',
    );
    expect(summarise(['| 司龄 | 假期 |', '| --- | --- |'], 'argument')).toBeUndefined();
    expect(summarise(['代码\t含义\t说明\nVC\t空净房\t可售'], 'argument')).toBeUndefined();
    expect(summarise(['1. 退货先看票据，再看包装，最后才谈金额。'], 'argument')).toBe(
      '退货先看票据，再看包装，最后才谈金额。',
    );
  });

  test('sees a failure', () => {
    expect(facetsOf(['旅行社赔了双倍房费，那家单位的年度合同没有再续。'])?.outcome).toBe('failure');
  });
});

describe('simplified', () => {
  test('folds Traditional characters one for one', () => {
    expect(simplified('從前有一間紡織廠，這裡的機車')).toBe('从前有一间纺织厂，这里的机车');
  });

  test('leaves Simplified text alone', () => {
    const text = '从前有一家厂';
    expect(simplified(text)).toBe(text);
  });
});
