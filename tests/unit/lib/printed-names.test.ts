import { expect, test } from 'vitest';
import {
  chapterMark,
  chapterName,
  englishLabel,
  numeralParts,
  partName,
  ruleMark,
  ruleName,
  runningHead,
} from '../../../src/lib/book/printed-names.ts';

const title = { zh: '水与火' };

test('says a printed number in English, whatever the unit is', () => {
  expect(
    ['第二十二条', '第叁部', '卷三', '模块 2', '第十四单元', '下篇', '上卷', '附录', '附录二', '前言'].map(
      englishLabel,
    ),
  ).toEqual([
    'Article 22',
    'Part 3',
    'Volume 3',
    'Module 2',
    'Unit 14',
    'Last part',
    'First volume',
    'Appendix',
    'Appendix 2',
    'Preface',
  ]);
});

test('says a bare number in digits, with the mark that sets it off', () => {
  expect(['一、', '（十二）', '3.2', '(4)', 'IV'].map(englishLabel)).toEqual([
    '1.',
    '(12)',
    '3.2',
    '(4)',
    'IV',
  ]);
});

test('leaves a label in Chinese where nobody knows its unit in English', () => {
  expect(englishLabel('第七卦')).toBeUndefined();
  expect(ruleMark({ number: '1.7', label: '第七卦', title })).toEqual({ zh: '第七卦' });
});

test('calls chapters and rules by their printed label, else by their number', () => {
  expect(chapterName({ number: 21 })).toEqual({ zh: '第二十一章', en: 'Chapter 21' });
  expect(chapterName({ number: 3, label: '卷三' })).toEqual({ zh: '卷三', en: 'Volume 3' });
  expect(ruleName({ number: '1.2' })).toEqual({ zh: '法则1.2', en: 'Rule 1.2' });
  expect(ruleName({ number: '1.2', label: '第九条' })).toEqual({ zh: '第九条', en: 'Article 9' });
  expect(ruleMark({ number: '1.2', title })).toEqual({ zh: '1.2', en: '1.2' });
});

test('says a label once where it is the title too', () => {
  const preface = { number: 1, label: '前言', title: { zh: '前言' } };
  expect(chapterMark(preface)).toBeUndefined();
  expect(runningHead(preface)).toBe('前言');
  expect(ruleMark({ number: '1.9', label: '第九条', title: { zh: '第九条' } })).toEqual({
    zh: '1.9',
    en: '1.9',
  });
  expect(partName({ label: '下篇', title: { zh: '下篇' } })).toEqual({
    name: undefined,
    title: { zh: '下篇', en: 'Last part' },
  });
});

test('sets the figure of a chapter apart from the words around it', () => {
  expect(numeralParts({ number: 3 })).toEqual({ before: '第', figure: '三', after: '章' });
  expect(numeralParts({ number: 4, label: '四、' })).toEqual({ before: '', figure: '四', after: '' });
  expect(numeralParts({ number: 2, label: '卷二' })).toEqual({ before: '卷', figure: '二', after: '' });
  expect(numeralParts({ number: 1, label: '附录' })).toEqual({ before: '', figure: '附录', after: '' });
});
