import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sayFinding } from '../../../src/i18n/findings/say-finding.ts';
import type { Finding } from '../../../src/schemas/report.ts';

const root = fileURLToPath(new URL('../../fixtures/findings/', import.meta.url));

/** Every message that a check is known to write, with its code. */
const known: Pick<Finding, 'code' | 'message'>[] = readdirSync(root).flatMap((name) =>
  readFileSync(`${root}${name}/output.txt`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, message = '', code = ''] = /^\S+ \w+ (.*) (\S+)$/.exec(line) ?? [];
      return { code: code as Finding['code'], message };
    }),
);

test.for([...new Set(known.map(({ code }) => code))])(
  '%s is said in Chinese, with all of its values',
  (code) => {
    for (const { message } of known.filter((each) => each.code === code)) {
      const { lang, text } = sayFinding({ code, message }, 'zh');
      expect(lang, message).toBe('zh');
      expect(text).not.toMatch(/\{\w+\}/);
      // A text of the book in quotation marks in English is in the Chinese as well.
      const [title] = /“[^”]*”/.exec(message) ?? [];
      if (title !== undefined && code !== 'retired-codes' && code !== 'left-out')
        expect(text).toContain(title);
    }
  },
);

test.for([
  [
    'toc-mismatch',
    'The table of contents (line 4) numbers “先听” 2, the body 3. The table of contents was followed. Correct the source if the body is right.',
    '目录（第 4 行）给“先听”的编号是 2，正文是 3；以目录为准。',
  ],
  [
    'toc-mismatch',
    '“先听” stands elsewhere in the table of contents (line 4) than in the body. The table of contents was followed. Correct the source if the body is right.',
    '“先听”在目录（第 4 行）里的位置与正文不同；以目录为准。',
  ],
  [
    'restarted-numbers',
    'Chapter “盘点” has the number 1 after chapter 2. A new part begins there, “下篇”; ids are counted through the book.',
    '“盘点”是第 1 章，前面却是第 2 章：从这里起是新的一篇“下篇”。',
  ],
  [
    'repeated-furniture',
    'Left out as page furniture: “内训 $& {text}”, once. If it is text, say so in overrides.yaml (heading: …, as: prose).',
    '当作页眉页脚没有收进正文：“内训 $& {text}”，一处。',
  ],
  [
    'unsafe-title',
    'The title “<b>../x” has markup and a path in it; it is shown as the text it is. Correct it in overrides.yaml if it was not meant.',
    '题目“<b>../x”里有标记、路径；各处都照字面显示。若不是有意的，请改题目。',
  ],
  [
    'untranslated',
    'The case “一则” (01-02-1) has no English title, summary, keywords. Add it under cases in translations.yaml.',
    '案例“一则”还没有英文的题目、提要、关键词。',
  ],
  [
    'numbered-text',
    '2 lines with 1. 2. 3. look like headings and were left as text: “1. 先看票” (line 1), “2. 再看货” (line 5). If they are headings, say so in overrides.yaml (heading: …, as: chapter or rule).',
    '有 2 行像标题，当正文处理了：“1. 先看票”（第 1 行）、“2. 再看货”（第 5 行）。',
  ],
  [
    'no-headings',
    'No chapter headings were found, such as 第1章 …, 第一讲 …, 一、… or # …. Add a table of contents under a line 目录, or number the chapters.',
    '没有认出一章的标题（如 第1章、第一讲、一、）。请选中一行，定为章；或在来源里补一份目录。',
  ],
  [
    'left-out',
    'Left out ornaments: 3. If the book needs what is in them, write it into its text.',
    '文件里的小花饰没有收进来：3 处。',
  ],
  [
    'encoding',
    "2 places can't be read as GB18030 and stand as �. Compare them with another copy of the source.",
    '有 2 处照 GB18030 读不出来，成了 �。请与另一份原文核对。',
  ],
] as const)('%s: %s', ([code, message, chinese]) => {
  expect(sayFinding({ code, message }, 'zh')).toEqual({ lang: 'zh', text: chinese });
  expect(sayFinding({ code, message }, 'en')).toEqual({ lang: 'en', text: message });
});

test('a message that has no Chinese is said in English', () => {
  expect(sayFinding({ code: 'no-toc', message: 'Something else.' }, 'zh')).toEqual({
    lang: 'en',
    text: 'Something else.',
  });
});
