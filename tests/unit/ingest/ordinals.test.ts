import { describe, expect, test } from 'vitest';
import { looseNumberingOf, numberingOf } from '../../../scripts/ingest/language/numbering.ts';
import { parseOrdinal } from '../../../scripts/ingest/language/numbers/ordinals.ts';

test('Roman numbers, English words and heavenly stems are read; others are not', () => {
  expect(['IV', 'Ⅻ', 'XXXIX', 'Twelve', 'ONE', '丙', 'IIII', 'l', 'Many', ''].map(parseOrdinal)).toEqual([
    4,
    12,
    39,
    12,
    1,
    3,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('headings that count in other ways', () => {
  test.each([
    ['Part One 认店', 'part', 1, undefined, 'Part One'],
    ['Chapter XIV 认店', 'chapter', 14, undefined, 'Chapter XIV'],
    ['第Ⅱ章 认店', '第章', 2, undefined, '第Ⅱ章'],
    ['法则3.2 先听', '法则N.N', 2, 3, '法则3.2'],
    ['卷中 认货', '上下卷', 2, undefined, '卷中'],
    ['⒉认货', 'N', 2, undefined, '⒉'],
  ])('%s', (text, scheme, number, parent, label) => {
    expect(numberingOf(text)).toMatchObject({ scheme, number, parent, label });
  });

  test.each([
    ['第二 再问', '第N', 2],
    ['接待之三 后答', '之N', 3],
    ['02｜认货', 'N|', 2],
    ['No.3 认人', 'No.N', 3],
    ['Ⅲ 认人', 'I', 3],
    ['乙、认货', '甲', 2],
    ['❸ 认人', '❶', 3],
    ['B. 认货', 'A', 2],
    ['三章 认人', 'N章', 3],
  ])('%s, if a series shows it', (text, scheme, number) => {
    expect(numberingOf(text)).toBeUndefined();
    expect(looseNumberingOf(text)).toMatchObject({ scheme, number });
  });
});
