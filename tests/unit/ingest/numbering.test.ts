import { expect, test } from 'vitest';
import { isFolio } from '../../../scripts/ingest/language/folio.ts';
import { numberingOf } from '../../../scripts/ingest/language/numbering.ts';
import { must } from '../../../src/lib/must.ts';

test.for([
  ['第1章 坐下来谈', '第章', 1, '坐下来谈'],
  ['第 廿 一 章　坐下来谈', '第章', 21, '坐下来谈'],
  ['第贰篇 坐下来谈', '第篇', 2, '坐下来谈'],
  ['第三講：坐下來談', '第讲', 3, '坐下來談'],
  ['第l章 坐下来谈', '第章', 1, '坐下来谈'],
  ['第囗章 坐下来谈', '第章', undefined, '坐下来谈'],
  ['第1章 ../../etc', '第章', 1, '../../etc'],
  ['法则三 坐下来谈', '法则', 3, '坐下来谈'],
  ['法则1 一次说清', '法则', 1, '一次说清'],
  ['第十二条　坐下来谈', '第条', 12, '坐下来谈'],
  ['１．２　坐下来谈', 'N.N', 2, '坐下来谈'],
  ['1.2.3 坐下来谈', 'N.N.N', 3, '坐下来谈'],
  ['一、坐下来谈', '一、', 1, '坐下来谈'],
  ['（十一）坐下来谈', '(一)', 11, '坐下来谈'],
  ['3. 坐下来谈', 'N', 3, '坐下来谈'],
  ['③坐下来谈', '①', 3, '坐下来谈'],
  ['下篇 路上', '上下篇', 3, '路上'],
  ['Chapter 4: Sit down', 'chapter', 4, 'Sit down'],
] as [string, string, number | undefined, string][])('%s is numbered', ([text, scheme, number, title]) => {
  const numbering = numberingOf(text);
  expect(numbering).toMatchObject({ scheme, number });
  expect(text.slice(must(numbering).length)).toBe(title);
});

test.for([
  '第一时间响应客户',
  '第一章中说过的',
  '第三条内写明',
  '三招让客户坐下',
  '2020年4月，杭州',
  '20%的客户',
  '一次说清',
  '客户',
])('%s is not numbered', (text) => {
  expect(numberingOf(text)).toBeUndefined();
});

test.for([
  '34',
  '３４',
  '— 21 —',
  '· 33 ·',
  '- 5 -',
  '－１－',
  '第 12 页',
  '第十二页',
  '12 / 320',
  '[7]',
  '〔12〕',
  'Page 3',
  'xii',
  '第3页 共9页',
])('%s is a page number', (text) => {
  expect(isFolio(text)).toBe(true);
});

test.for(['', '12 个客户', '一', '（一）', '第12条', '12345', '1.2', '案例1', '— 完 —'])(
  '“%s” is no page number',
  (text) => {
    expect(isFolio(text)).toBe(false);
  },
);
