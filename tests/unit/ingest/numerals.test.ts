import { describe, expect, test } from 'vitest';
import { editRatio } from '../../../src/lib/edit-ratio.ts';
import { toHan } from '../../../src/lib/han-number.ts';
import { parseNumeral } from '../../../src/lib/numerals.ts';
import { matchKey, squeeze } from '../../../src/lib/squeeze.ts';

describe('parseNumeral', () => {
  test.for([
    ['12', 12],
    ['０１２', 12],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零二', 102],
    ['一百二十', 120],
    ['两百', 200],
    ['一千零一', 1001],
    ['二〇一八', 2018],
    ['一〇二', 102],
    ['廿', 20],
    ['廿一', 21],
    ['卅二', 32],
    ['卌', 40],
    ['壹', 1],
    ['贰', 2],
    ['貳拾壹', 21],
    ['叁佰零伍', 305],
    ['三万二千', 32_000],
    ['二 十 一', 21],
    ['〇', 0],
  ] as [string, number][])('reads %s as %i', ([text, number]) => {
    expect(parseNumeral(text)).toBe(number);
  });

  test.for(['', '章', '一章', '12a', '二三十', '-3', '1.5'])('reads no number in “%s”', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });

  test('reads every numeral that toHan writes', () => {
    for (let number = 1; number < 10_000; number += 1) expect(parseNumeral(toHan(number))).toBe(number);
  });
});

describe('squeeze', () => {
  test('folds widths and leaves out spaces, zero-width and direction marks', () => {
    expect(squeeze('Ａ１ 客\u200b户　需\u202e求\0')).toBe('A1客户需求');
  });
  test('leaves quotation marks and dashes as they are, which matchKey folds', () => {
    expect(squeeze('“我”——你')).not.toBe(squeeze('「我」--你'));
    expect(matchKey('“我”——你')).toBe(matchKey('「我」－你'));
  });
});

describe('editRatio', () => {
  test('is 1 for equal strings and falls with every character that differs', () => {
    expect(editRatio('客户需求', '客户需求')).toBe(1);
    expect(editRatio('客户需求', '客户霈求')).toBe(0.75);
    expect(editRatio('客户', '')).toBe(0);
  });
  test('is 0 below the least ratio asked for', () => {
    expect(editRatio('客户需求', '客户霈求', 0.8)).toBe(0);
  });
});
