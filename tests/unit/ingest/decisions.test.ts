import { expect, test } from 'vitest';
import type { Book } from '../../../scripts/ingest/model.ts';
import type { ForcedHeading } from '../../../scripts/ingest/page/heading.ts';
import { splitLines } from '../../../scripts/ingest/source/text/lines.ts';
import { buildOutline } from '../../../scripts/ingest/outline/outline.ts';
import { must } from '../../../src/lib/must.ts';

const source = `目录

第1章 坐下来谈
- 002 先倒水后开口

第1章 坐下来谈

先倒水后开口

茶凉了可以再烧，话凉了就难热。

名片要用双手接

接过来念一遍名字，念错了当场改。

路上

这一句本该接在上一句后面。
`;

test('a heading that an editor unsets is a paragraph', () => {
  expect(rules(source)).toEqual(['先倒水后开口', '名片要用双手接']);
  const { chapters } = outline(source, {
    heading: (text) => (text.trim() === '名片要用双手接' ? 'prose' : undefined),
  });
  expect(must(chapters[0]).rules.map(({ title }) => title)).toEqual(['先倒水后开口']);
  expect(must(must(chapters[0]).rules[0]).paragraphs.map(({ text }) => text)).toContain('名片要用双手接');
});

test('a line that an editor sets as a heading heads a rule or a chapter', () => {
  const asRule = outline(source, { heading: (text) => (text.trim() === '路上' ? 'rule' : undefined) });
  expect(must(must(asRule.chapters[0]).rules.at(-1)).title).toBe('路上');
  const asChapter = outline(source, {
    heading: (text) => (text.trim() === '路上' ? 'chapter' : undefined),
  });
  expect(asChapter.chapters.map(({ number, title }) => [number, title])).toEqual([
    [1, '坐下来谈'],
    [2, '路上'],
  ]);
});

test('text below a section that no chapter holds stays text', () => {
  const listed =
    '目录\n\n第1章 坐下来谈\n- 002 先倒水后开口\n- 005 三样不问清不报价\n\n第1章 坐下来谈\n\n茶凉了可以再烧。\n';
  const { front, dropped } = outline(listed, {
    heading: (text) => (text.trim() === '第1章 坐下来谈' ? 'section' : undefined),
  });
  expect(front.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
    '第1章 坐下来谈',
    '茶凉了可以再烧。',
  ]);
  expect(dropped.every(({ reason }) => reason === 'toc')).toBe(true);
});

test('a join that an editor asks for is made, and counted', () => {
  const ends = '一样。';
  const text = source.replace('当场改。', `当场改，信封上也${ends}\n\n寄信的人不必再问。`);
  const joined = outline(text, { join: (above) => above.endsWith(ends) });
  expect(joined.rejoined).toBe(outline(text, {}).rejoined + 1);
  expect(must(must(must(joined.chapters[0]).rules[1]).paragraphs[0]).text).toBe(
    '接过来念一遍名字，念错了当场改，信封上也一样。寄信的人不必再问。',
  );
});

test('page furniture that an editor calls prose stays', () => {
  const torn = source.replace('话凉了', '话\n\n— 3 —\n\n凉了');
  expect(outline(torn, {}).dropped.map(({ text }) => text)).toContain('— 3 —');
  const kept = outline(torn, { heading: (text) => (text.trim() === '— 3 —' ? 'prose' : undefined) });
  expect(kept.dropped.map(({ text }) => text)).not.toContain('— 3 —');
});

function rules(text: string): string[] {
  return outline(text, {}).chapters.flatMap((chapter) => chapter.rules.map(({ title }) => title));
}

function outline(
  text: string,
  {
    heading = () => undefined,
    join = () => false,
  }: { heading?: ForcedHeading; join?: (text: string) => boolean },
): Book {
  return buildOutline(splitLines(text).lines, { heading, join }).book;
}
