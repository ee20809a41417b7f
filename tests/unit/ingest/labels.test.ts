import { describe, expect, test } from 'vitest';
import { labelSpans } from '../../../scripts/ingest/language/labels.ts';

const spansOf = (texts: string[], barriers: number[] = []) =>
  labelSpans(texts, (index) => barriers.includes(index)).map(
    ({ label, first, last, alone }) => `${label} ${first}–${last}${alone ? ' alone' : ''}`,
  );

describe('a labelled block', () => {
  test('is the paragraph with its label, if text follows that', () => {
    expect(spansOf(['【点评】名字记住了。', '下一段。'])).toEqual(['点评 0–0']);
  });

  test('under a label alone is the next paragraph, and those after it of the same form', () => {
    expect(spansOf(['【自查】', '□ 灯亮吗？', '□ 门关吗？', '这一段不是。'])).toEqual(['自查 0–2 alone']);
    expect(spansOf(['【要点】', '1. 看灯', '2. 看门', '这一段不是。'])).toEqual(['要点 0–2 alone']);
    expect(spansOf(['【小结】', '先看灯。', '再看门。'])).toEqual(['小结 0–1 alone']);
  });

  test('for discussion takes up to four paragraphs of any form, else only those like the first', () => {
    const four = ['先看灯还是先看门？', '说说理由。', '写在本子上。', '再交上来。'];
    expect(spansOf(['【思考】', ...four])).toEqual(['思考 0–4 alone']);
    expect(spansOf(['【思考】', ...four, '下一章说锁。'])).toEqual(['思考 0–1 alone']);
  });

  test('ends before the next label, and before what something else begins at', () => {
    expect(spansOf(['【讨论】', '先看灯吗？', '【小结】', '先看灯。'])).toEqual([
      '讨论 0–1 alone',
      '小结 2–3 alone',
    ]);
    expect(spansOf(['【讨论】', '先看灯吗？', '第二节', '再看门吗？'], [2])).toEqual(['讨论 0–1 alone']);
  });
});
