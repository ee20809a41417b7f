import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readEpub } from '../../../scripts/ingest/source/epub/read-epub.ts';
import { isHtml } from '../../../scripts/ingest/source/format-of.ts';
import { encodingNamed } from '../../../scripts/ingest/source/text/decode.ts';
import { readHtml } from '../../../scripts/ingest/source/html/read-html.ts';
import type { Source } from '../../../scripts/ingest/source/extract/source.ts';

/** Lines with text: `# ` and the like before headings, `! ` before what only looks like one. */
function shown({ lines }: Source): string[] {
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, format }) => {
      if (format?.kind === 'heading') return `${'#'.repeat(format.level ?? 0)} ${text}`;
      return format?.prominent === true ? `! ${text}` : text;
    });
}

test('a page that Word saved: outline levels, computed numbers, conditional comments', () => {
  const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>顾云舟</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal { font-size:10.5pt } p.MsoTitle { font-size:22.0pt; font-weight:bold } --></style></head>
<body lang=ZH-CN><div class=WordSection1>
<h1><span lang=EN-US><![if !supportLists]>第一章<span style='font:7.0pt "Times New Roman"'>&nbsp; </span><![endif]></span>先看灯</h1>
<p class=MsoNormal style='mso-outline-level:2'><b>1.1 看三遍</b></p>
<p class=MsoNormal>先看灯<span lang=EN-US><o:p></o:p></span>再看门。</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
</div></body></html>`;
  const source = readHtml(strToU8(page));
  expect(shown(source).map((line) => line.replace(/[\s\u00a0]+/g, ' '))).toEqual([
    '# 第一章 先看灯',
    '## 1.1 看三遍',
    '先看灯再看门。',
  ]);
  expect(source.leftOut).toEqual([]);
});

test('headings that are paragraphs of a class', () => {
  const page =
    '<!doctype html><html><body><p class="h1">第一章 先看灯</p><p class="text heading-2">1.1 看三遍</p><p class="text">先看灯再看门。</p><div class="title1"><p>不是标题，只是框。</p></div></body></html>';
  expect(shown(readHtml(strToU8(page)))).toEqual([
    '# 第一章 先看灯',
    '## 1.1 看三遍',
    '先看灯再看门。',
    '不是标题，只是框。',
  ]);
});

/** The bytes of GB18030 and Big5 for the few characters that the pages below use. */
const codes: Record<'gb' | 'big5', Record<string, number>> = {
  gb: { 看: 0xbfb4, 灯: 0xb5c6, 门: 0xc3c5, 锁: 0xcbf8 },
  big5: { 看: 0xacdd, 燈: 0xbf4f, 門: 0xaaf9, 鎖: 0xc2ea },
};

function encode(text: string, table: Record<string, number>): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = table[character];
      return code === undefined ? [character.charCodeAt(0)] : [code >> 8, code & 0xff];
    }),
  );
}

test.for([
  ['GB2312', 'gb', '看灯看门看锁'],
  ['gbk', 'gb', '看灯看门看锁'],
  ['big5', 'big5', '看燈看門看鎖'],
] as const)('a short page in the encoding that it names: %s', ([name, table, text]) => {
  const page = encode(
    `<html><head><meta charset="${name}"></head><body><p>${text}</p></body></html>`,
    codes[table],
  );
  expect(isHtml(page)).toBe(true);
  expect(shown(readHtml(page))).toEqual([text]);
});

test('a page in UTF-16, and one in UTF-8 that names another encoding', () => {
  const page = (charset: string): string =>
    `<!DOCTYPE html><html><head><meta charset="${charset}"></head><body><p>看灯看门看锁</p></body></html>`;
  const utf16 = Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le');
  expect(isHtml(utf16)).toBe(true);
  expect(shown(readHtml(utf16))).toEqual(['看灯看门看锁']);
  expect(shown(readHtml(strToU8(page('gb2312'))))).toEqual(['看灯看门看锁']);
});

function epub(files: Record<string, string>, spine: string[], version = '2.0'): Uint8Array {
  const items = spine
    .map((name, index) => `<item id="i${index}" href="${name}" media-type="application/xhtml+xml"/>`)
    .join('');
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="${version}"><metadata/><manifest>${items}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx">${spine.map((_, index) => `<itemref idref="i${index}"/>`).join('')}</spine></package>`;
  const all = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    'a.opf': opf,
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

test('an EPUB 2: titles of its navigation are headings where they lead, not in a list of them before', () => {
  const point = (title: string, src: string, inner = ''): string =>
    `<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/>${inner}</navPoint>`;
  const ncx = `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${point('第一章 先看灯', 'one.html#c1', point('1.1 看三遍', 'one.html#r1'))}${point('第二章 再看门', 'two.html')}</navMap></ncx>`;
  const one = `<html><body><p>目录</p><p>第一章 先看灯</p><p>第二章 再看门</p><p id="c1">第一章 先看灯</p><p><a id="r1"></a>1.1 看三遍</p><p>先看灯再看门，看完才算数，不看不算。</p></body></html>`;
  const two = `<html><body><div><p>第二章 再看门</p></div><p>门要推一推，推完才算数，不推不算。</p></body></html>`;
  expect(
    shown(readEpub(epub({ 'toc.ncx': ncx, 'one.html': one, 'two.html': two }, ['one.html', 'two.html']))),
  ).toEqual([
    '目录',
    '第一章 先看灯',
    '第二章 再看门',
    '# 第一章 先看灯',
    '## 1.1 看三遍',
    '先看灯再看门，看完才算数，不看不算。',
    '# 第二章 再看门',
    '门要推一推，推完才算数，不推不算。',
  ]);
});

test('an EPUB whose chapters are named by its navigation alone; breaks in a block part its lines and paragraphs', () => {
  const prose = '先看灯再看门，看完才算数，不看不算。'.repeat(12);
  const entries = [
    ['封面', 'cover.html'],
    ['第一章 先看灯', 'one.html'],
    ['第二章 再看门', 'two.html'],
    ['第三章 后上锁', 'three.html'],
  ];
  const points = entries.map(
    ([title, src]) =>
      `<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/></navPoint>`,
  );
  const files = {
    'toc.ncx': `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${points.join('')}</navMap></ncx>`,
    'cover.html': '<html><body><p>看门手册</p></body></html>',
    'one.html': `<html><body><div>${prose}<br/><br/>灯坏了先换灯。<br/>换完再看一遍。</div></body></html>`,
    'two.html': `<html><body><div>第二章 再看门<br/>${prose}</div></body></html>`,
    'three.html': `<html><body><h2>锁</h2><p>${prose}</p></body></html>`,
  };
  const source = readEpub(epub(files, ['cover.html', 'one.html', 'two.html', 'three.html']));
  expect(shown(source)).toEqual([
    '看门手册',
    '# 第一章 先看灯',
    prose,
    '灯坏了先换灯。',
    '换完再看一遍。',
    '# 第二章 再看门',
    prose,
    '## 锁',
    prose,
  ]);
  const at = (start: string) => source.lines.findIndex(({ text }) => text.startsWith(start));
  expect(source.lines[at('灯坏了') - 1]?.text).toBe('');
  expect(at('换完')).toBe(at('灯坏了') + 1);
});

test('files that a spine names twice are read once', () => {
  const files = {
    'toc.ncx': '<ncx><navMap/></ncx>',
    'one.html': '<html><body><h1>第一章 先看灯</h1><p>先看灯再看门，看完</p></body></html>',
    'two.html': '<html><body><p>才算数。</p></body></html>',
  };
  const { lines } = readEpub(epub(files, ['one.html', 'two.html', 'one.html']));
  expect(lines.map(({ text }) => text).filter((text) => text !== '')).toEqual([
    '第一章 先看灯',
    '先看灯再看门，看完',
    '才算数。',
  ]);
});

test('a list, an element and an encoding that are called as a property of every object are read as any other', () => {
  const page =
    '<!doctype html><html><head><meta charset="constructor"></head><body><h1>第一章 看灯</h1><ol type="constructor"><li>看灯。</li></ol><constructor>再看门。</constructor></body></html>';
  const source = readHtml(strToU8(page));
  expect(shown(source)).toEqual(['# 第一章 看灯', '1. 看灯。', '再看门。']);
  expect(source.leftOut).toEqual([]);
  expect(encodingNamed('constructor')).toBeUndefined();
});
