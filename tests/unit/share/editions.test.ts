import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readBody } from '../../../src/edition/texts/body.ts';
import { paragraphId } from '../../../src/lib/book/paragraph-id.ts';
import { readEdition } from '../../../src/edition/read-edition.ts';
import { toSections } from '../../../src/share/book/sections.ts';
import { handbookSchema } from '../../../src/share/files/handbook-schema.ts';
import { toHandbook } from '../../../src/share/files/handbook-json.ts';
import { llmsFull } from '../../../src/share/files/llms-full.ts';
import { llmsTxt } from '../../../src/share/files/llms-txt.ts';
import { chapterSlides, ruleSlide } from '../../../src/share/slides/compose.ts';
import { must } from '../../../src/lib/must.ts';

const root = { origin: 'https://rules.example.org', base: '/' };
const read = (name: string) =>
  readEdition(fileURLToPath(new URL(`../../fixtures/editions/${name}`, import.meta.url)));
const [law, classic, manual] = await Promise.all([read('law'), read('classic'), read('manual')]);

test('handbook.json names parts and numbers as printed, and keeps to its schema', () => {
  const { chapters, rules } = handbookSchema.parse(toHandbook(law, root));
  expect(chapters[2]).toMatchObject({
    id: '03',
    number: 1,
    label: '第一章',
    part: { number: 2, label: '第二编' },
  });
  expect(rules.at(-1)).toMatchObject({ id: '04-02', number: '2.2', label: '第二十二条' });
});

test('handbook.json files a case of a chapter without rules under that chapter', () => {
  const [told] = handbookSchema.parse(toHandbook(classic, root)).cases;
  expect(told).toMatchObject({ id: '01-00-1', number: '1-1', chapter: '01', page: null });
  expect(told).not.toHaveProperty('rule');
});

test('llms.txt leads to chapters of text alone and to their cases, and says the part before a chapter', () => {
  const text = llmsTxt(classic, root);
  for (const path of ['chapters/01/', 'chapters/03/', 'cases/01-00-1/'])
    expect(text.split(`(https://rules.example.org/${path})`)).toHaveLength(2);
  expect(llmsTxt(law, root)).toContain('## 第二编 茶室 › 1 一般规定');
});

test('the book has a part’s title before its first chapter alone, numbers as printed, and a case where it is told', () => {
  const [first, second, third] = toSections(law, root);
  expect(first?.xhtml).toContain(
    '<p class="part">第一编　茶会</p><h1><span class="number">第一章</span> 总则</h1>',
  );
  expect(second?.xhtml).not.toContain('class="part"');
  expect(third?.places).toEqual([{ id: 'rule-03-01', title: '第六条 钥匙' }]);
  expect(toSections(classic, root)[0]?.xhtml).toContain('<section class="case" id="case-01-00-1">');
});

test('the book sets sections, lists and preformatted lines as such', () => {
  const [first, second] = toSections(manual, root).map(({ xhtml }) => xhtml.replace(/ id="[^"]*"|\n/g, ''));
  expect(first).toContain(
    '<ol><li>看水表，抄下读数。</li><li>把昨天的茶渣倒掉：<ul><li>绿茶倒进花盆；</li><li>红茶倒进桶里。</li></ul></li><li>擦桌子。</li></ol>',
  );
  expect(second).toContain('<h3>2.1.1 问</h3>');
  expect(toSections(manual, root)[1]?.xhtml).toContain(
    '<pre><code>七号桌　三位\n  云雾 ×1   两泡\n  瓜子 ×2\n</code></pre>',
  );
});

test('a deck of a chapter without rules says what it says, and tells its cases', () => {
  const deck = (id: number) => chapterSlides(classic, must(classic.chapters[id]), 'zh', root);
  expect(deck(0).map(({ title }) => title)).toEqual(['迎客第一', '雨中的伞']);
  expect(deck(0)[0]).toMatchObject({
    context: '卷一',
    points: ['客人到了，先问路远近，再问其事；礼不分贵贱。'],
  });
  expect(deck(0)[1]?.aside).toMatchObject({ label: '卷一', title: '迎客第一' });
  expect(deck(2)[0]).toMatchObject({ context: '卷三', points: [] });
});

test('a slide has 2.1 as a large figure, and 第二十二条 in the line above its title', () => {
  expect(ruleSlide(manual, must(manual.rules[1]), 'zh', root)).toMatchObject({
    number: '2.1',
    context: '第二章　接待',
  });
  const article = ruleSlide(law, must(law.rules.at(-1)), 'en', root);
  expect(article).toMatchObject({ number: undefined, context: 'Article 22 · Chapter 2 · 水与火' });
});

test('reads sections with their depth, and a list inside an item after that item', () => {
  expect(readBody('### 问\n\n- 一\n  - 甲\n- 二\n\n> 引')).toEqual([
    { type: 'heading', depth: 3, text: '问' },
    { type: 'list', ordered: false, start: 1, items: ['一', '甲', '二'] },
    { type: 'quote', text: '引' },
  ]);
});

test('the whole book as one text, in Chinese and in English, each entry with its address', () => {
  const [rule] = manual.rules;
  if (rule === undefined) throw new Error('The fixture has no rule.');
  const code = rule.data.permalink;
  const [first] = readBody(rule.body);
  const words = first?.type === 'paragraph' ? first.text : '';
  const english = new Map([[code, [{ id: paragraphId(words), text: 'Do it in order.' }]]]);
  const chinese = llmsFull(manual, root, 'zh');
  for (const { data } of [...manual.chapters, ...manual.rules])
    expect(chinese.split(`https://rules.example.org/r/${data.permalink}/`)).toHaveLength(2);
  expect(chinese).toContain(words);
  const translated = llmsFull({ ...manual, english }, root, 'en');
  expect(translated).toContain(`https://rules.example.org/en/r/${code}/\n\nDo it in order.`);
  expect(translated).not.toContain(words);
});

test('handbook.json says which languages an entry’s text is in', () => {
  const [rule] = manual.rules;
  const english = new Map([[rule?.data.permalink ?? '', [{ id: 'p-1', text: 'One.' }]]]);
  const { rules, chapters } = handbookSchema.parse(toHandbook({ ...manual, english }, root));
  expect(rules[0]?.languages).toEqual(['zh', 'en']);
  expect(chapters[0]?.languages).toEqual(['zh']);
});
