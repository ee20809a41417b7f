import { expect, test } from 'vitest';
import { hanRuns } from '../../../src/components/text/han-runs.ts';
import { must } from '../../../src/lib/must.ts';

const marked = (text: string) =>
  hanRuns(text)
    .map((run) => (run.han ? `[${run.text}]` : run.text))
    .join('');

test.for([
  ['A companion to 《华为客户法则》, in English', 'A companion to [《华为客户法则》], in English'],
  ['numbered 第1章, 第三讲; or none', 'numbered [第1章], [第三讲]; or none'],
  ['【情景】 and a title', '[【情景】] and a title'],
  ['No Chinese (at all): 12', 'No Chinese (at all): 12'],
  ['', ''],
])('%s', ([text, expected]) => {
  expect(marked(must(text))).toBe(expected);
  expect(
    hanRuns(must(text))
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
});
