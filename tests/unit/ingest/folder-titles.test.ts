import { expect, test } from 'vitest';
import { readMarkdownFolder } from '../../../scripts/ingest/source/markdown/folder/read-folder.ts';

/** The headings that a folder's files have as one book, with their levels; and what of it was left out. */
function headingsOf(files: Record<string, string>): { headings: string[]; leftOut: string[] } {
  const { lines, leftOut } = readMarkdownFolder(
    new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])),
  );
  return {
    headings: lines.flatMap(({ text, format }) =>
      format?.kind === 'heading' ? [`${'#'.repeat(format.level ?? 0)} ${text}`] : [],
    ),
    leftOut: leftOut.map(({ what, place = '' }) => `${what}: ${place}`),
  };
}

const page = (title: string, body: string): string => `---\ntitle: ${title}\nlayout: page\n---\n\n${body}\n`;

test('a page has the title of its frontmatter above all that it says', () => {
  const { headings } = headingsOf({
    'keys.md': page('钥匙的领用', '钥匙挂在门后。\n\n# 领取\n\n签字再拿。\n\n# 归还\n\n当天还。'),
    'lamps.md': page('灯的检查', '## 每日\n\n看一遍。\n\n## 每周\n\n擦一遍。'),
  });
  expect(headings).toEqual(['# 钥匙的领用', '## 领取', '## 归还', '# 灯的检查', '## 每日', '## 每周']);
});

test('a title that the text has as well is not put there twice', () => {
  const { headings } = headingsOf({
    'keys.md': page('钥匙的领用', '# 钥匙的领用\n\n## 领取\n\n签字再拿。'),
    'lamps.md': page('灯的检查', '## 灯的检查\n\n看一遍。\n\n## 每周\n\n擦一遍。'),
  });
  expect(headings).toEqual(['# 钥匙的领用', '## 领取', '## 灯的检查', '### 每周']);
});

test('what all files are called is no title of a page', () => {
  const { headings } = headingsOf({
    'a.md': page('泵房手册', '## 开门\n\n先敲门。\n\n## 关门\n\n轻轻关。'),
    'b.md': page('泵房手册', '## 开灯\n\n按一下。\n\n## 关灯\n\n再按一下。'),
    'c.md': page('泵房手册', '## 开泵\n\n看表。'),
  });
  expect(headings).toEqual(['## 开门', '## 关门', '## 开灯', '## 关灯', '## 开泵']);
});

test('a heading with the words of the file’s name heads the others that are as high', () => {
  const { headings } = headingsOf({
    '02-交接班.md': '## 交接班须知\n\n先看记录。\n\n## 示例\n\n如下。\n\n### 夜班\n\n十点。',
    '03-盘点.md': '## 盘点\n\n两人一起。\n\n## 示例\n\n如下。',
  });
  expect(headings).toEqual(['## 交接班须知', '### 示例', '#### 夜班', '## 盘点', '### 示例']);
});

test('a file without a heading has the words of the link to it, or of its name', () => {
  expect(
    headingsOf({
      'SUMMARY.md': '- [开门之前](before.md)\n- [开门](open.md)',
      'before.md': '先敲门，等一等。\n\n### 等多久\n\n一分钟。',
      'open.md': '# 开门\n\n轻轻推。',
    }).headings,
  ).toEqual(['# 开门之前', '### 等多久', '# 开门']);
  expect(
    headingsOf({ '1 开门.md': '轻轻推。', '2 关门.md': '轻轻拉。', 'ch03.md': '没有题目。' }).headings,
  ).toEqual(['# 开门', '# 关门']);
});

test('a file that holds facts for a website alone is left out, and named', () => {
  const { headings, leftOut } = headingsOf({
    'a.md': '# 开门\n\n轻轻推。',
    'events.md': '---\ntitle: 活动\n---\n',
  });
  expect(headings).toEqual(['# 开门']);
  expect(leftOut).toEqual(['files without text: events.md']);
});

test('a name comes before the names that it begins', () => {
  const { headings } = headingsOf({ 'door_key.md': '# 钥匙\n\n一把。', 'door.md': '# 门\n\n一扇。' });
  expect(headings).toEqual(['# 门', '# 钥匙']);
});
