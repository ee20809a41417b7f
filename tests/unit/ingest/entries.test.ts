import { describe, expect, test } from 'vitest';
import { checkLowConfidenceCase } from '../../../scripts/ingest/checks/output/low-confidence-case.ts';
import { checkUntranslated } from '../../../scripts/ingest/checks/output/untranslated.ts';
import { describe as describeEntries } from '../../../scripts/ingest/describe/describe.ts';
import { toFiles } from '../../../scripts/ingest/write/markdown.ts';
import { readTranslations, translate } from '../../../scripts/ingest/entries/translate.ts';
import { caseSchema } from '../../../src/schemas/case.ts';
import { chapterSchema } from '../../../src/schemas/chapter.ts';
import { ruleSchema } from '../../../src/schemas/rule.ts';
import { chapter, entriesOf, rule } from './books.ts';
import { must } from '../../../src/lib/must.ts';

const argued =
  '凡是能够提前说明的风险，都不算意外。流程能保证下限，而用心才能抬高上限，这是大家都应当明白的道理。';
const texts = [
  argued,
  '【情景】展厅里的纸条',
  '2016年春天，绍兴一家印染厂的主管老傅走进展厅，值班的小叶问他那台机器修好了没有。',
  '半个月后，老傅留下的纸条变成了一份全年供货合同。',
  '【点评】名字记住了，难处才开得了口。',
  '【自查】',
  '□ 我叫得出前台的名字吗？',
  '□ 我记得上次的难处吗？',
  '【思考】',
  '名字和难处，哪一样更难记？',
];
const book = entriesOf([chapter(1, '省心', rule('记名字', ...texts), rule('还没写'))]);
const described = describeEntries(book);

describe('toEntries', () => {
  test('leaves a directive where the case stood, and keeps labelled blocks with their rule', () => {
    const file = must(toFiles(book, new Map()).get('rules/01-01.md'));
    expect(file.slice(file.indexOf('---\n\n') + 5)).toBe(
      [
        argued,
        '::case{id="01-01-1"}',
        ':::block{label="点评"}',
        '【点评】名字记住了，难处才开得了口。',
        ':::',
        ':::block{label="自查"}',
        '- □ 我叫得出前台的名字吗？\n- □ 我记得上次的难处吗？',
        ':::',
        ':::block{label="思考"}',
        '名字和难处，哪一样更难记？',
        ':::\n',
      ].join('\n\n'),
    );
  });

  test('accounts for the lines of markers and labels that stand in no body', () => {
    expect(book.dropped).toEqual([
      { line: 3, text: '【情景】展厅里的纸条', reason: 'case-marker' },
      { line: 7, text: '【自查】', reason: 'heading-label' },
      { line: 10, text: '【思考】', reason: 'heading-label' },
    ]);
  });

  test('a case that begins behind its marker keeps the marker: the line is whole', () => {
    const opening = `案例：${String(texts[2])}`;
    const told = entriesOf([chapter(1, '省心', rule('记名字', argued, opening, must(texts[3])))]);
    expect(must(told.cases[0]).blocks[0]).toEqual({ type: 'paragraph', text: opening });
    expect(told.dropped).toEqual([]);
  });

  test('takes basis and title from the marker', () => {
    expect(must(book.cases[0]).data).toMatchObject({
      id: '01-01-1',
      rule: '01-01',
      basis: 'illustrative',
      title: { zh: '展厅里的纸条' },
      source: { lines: [4, 5] },
    });
  });

  test('counts ids through the book where numbers start anew', () => {
    const twice = entriesOf([chapter(1, '上'), chapter(1, '中'), chapter(2, '下')]);
    expect(twice.chapters.map(({ data }) => [data.id, data.number])).toEqual([
      ['01', 1],
      ['02', 1],
      ['03', 2],
    ]);
  });

  test('writes what the schemas read', () => {
    const schemas = { chapter: chapterSchema, rule: ruleSchema, case: caseSchema };
    for (const entry of [...described.chapters, ...described.rules, ...described.cases]) {
      schemas[entry.kind].parse({ ...entry.data, permalink: 'k7mq2' });
    }
  });
});

describe('describe', () => {
  test('describes what has text, and nothing else', () => {
    expect(must(described.rules[0]).data.summary?.zh).toMatch(/。$/);
    expect(must(described.rules[0]).data.keywords?.zh.length).toBeGreaterThan(0);
    expect(must(described.rules[1]).data).not.toHaveProperty('summary');
    expect(must(described.rules[1]).data).not.toHaveProperty('keywords');
    expect(must(described.cases[0]).data.facets).toMatchObject({ years: [2016], places: ['绍兴'] });
  });
});

describe('translate', () => {
  const yaml = `
chapters: { 省心: { title: Peace of mind } }
rules:
  记名字: { title: Names first, summary: Know their name., keywords: [names] }
  还没写: { title: To come, summary: Not yet., keywords: [later] }
`;
  const translated = translate(described, readTranslations(yaml, described));

  test('adds English by the Chinese title, and none to what has no Chinese text', () => {
    expect(must(translated.chapters[0]).data.title).toEqual({ zh: '省心', en: 'Peace of mind' });
    expect(must(translated.rules[0]).data.summary?.en).toBe('Know their name.');
    expect(must(translated.rules[0]).data.keywords?.en).toEqual(['names']);
    expect(must(translated.rules[1]).data.title.en).toBe('To come');
    expect(must(translated.rules[1]).data).not.toHaveProperty('summary');
  });

  test('leaves English absent where there is none, and reports it', () => {
    expect(must(translated.cases[0]).data.title).not.toHaveProperty('en');
    const { untranslated, findings } = checkUntranslated(translated);
    expect(untranslated).toEqual(['01-01-1.title', '01-01-1.summary', '01-01-1.keywords']);
    expect(findings).toMatchObject([{ code: 'untranslated', severity: 'warning', line: 4 }]);
  });

  test('says what is wrong with translations that are none', () => {
    expect(() => readTranslations('rules: { 记名字: { tittle: Names } }', described)).toThrow(
      /translations\.yaml/,
    );
  });
});

describe('low-confidence-case', () => {
  test('speaks of doubtful cases told without a marker, not of sure or marked ones', () => {
    const [marked] = book.cases;
    const doubtful = {
      ...must(marked),
      data: { ...must(marked).data, detection: { method: 'cues' as const, confidence: 0.4, cues: [] } },
    };
    const sure = {
      ...must(marked),
      data: { ...must(marked).data, detection: { method: 'cues' as const, confidence: 0.9, cues: [] } },
    };
    expect(checkLowConfidenceCase({ ...book, cases: [must(marked), doubtful, sure] })).toMatchObject([
      { code: 'low-confidence-case', line: 4 },
    ]);
  });
});
