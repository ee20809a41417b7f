import { crc32, deflateSync } from 'node:zlib';
import { scatteredHan, text, type HostileBook } from './hostile-book.ts';

const html = (body: string): Uint8Array => text(`<!doctype html><html>${body}`);

/** A picture of one shade of grey, which packs to almost nothing. */
function flatPng(width: number, height: number, shade: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const row = Buffer.alloc(width + 1, shade + 1);
  row[0] = 0;
  const rows = deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Web pages. */
export const pages: Record<string, HostileBook> = {
  'a web page without text': {
    bytes: () => html('<body><script>1</script></body></html>'),
    refused: /no text/,
  },
  'a web page nested without end': {
    bytes: () => html(`${'<div>'.repeat(200_000)}甲`),
    refused: /./,
    heavy: true,
  },
  'bold elements that are never closed': { bytes: () => html(`<p>${'<b><p>甲'.repeat(2000)}`) },
  'lists within lists': { bytes: () => html('<ul><li>甲'.repeat(300)) },
  'tables within tables': { bytes: () => html('<table><tr><td>甲'.repeat(300)) },
  'a style sheet of braces': { bytes: () => html(`<style>${'{'.repeat(200_000)}</style><p>甲乙丙</p>`) },
  'a tag of a hundred thousand attributes': {
    bytes: () =>
      html(
        `<h1>第一章 甲</h1><p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>甲</p>`,
      ),
    heavy: true,
  },
  'a picture of thirty megabytes within the page': {
    bytes: () =>
      html(`<h1>第一章 甲</h1><p>甲</p><img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(2_700_000)}">`),
    heavy: true,
  },
  'cells of a million columns': {
    bytes: () =>
      html(
        `<h1>第一章 甲</h1><table>${'<tr><td colspan=999999 rowspan=999999>甲<td>甲'.repeat(2000)}</table>`,
      ),
    heavy: true,
  },
  'half-open comments and character references': {
    bytes: () => html(`<p>甲${'<!--'.repeat(50_000)}${'&#x110000;&lt'.repeat(50_000)}`),
  },
  'a page that says it is in an encoding that it is not in': {
    bytes: () => html('<head><meta charset="big5"></head><p>第一章 甲乙丙丁</p>'),
    read: true,
  },
  'a page that says it is in UTF-7': {
    bytes: () =>
      html('<head><meta charset="utf-7"></head><p>第一章 +ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>'),
    read: true,
  },
  'a page that leads elsewhere at once': {
    bytes: () =>
      html(
        '<head><base href="http://192.0.2.1/"><meta http-equiv="refresh" content="0;url=javascript:x()"></head><p>第一章 甲</p><img src="a.png"><link rel="stylesheet" href="a.css"><a href="javascript:x()">乙</a>',
      ),
    read: true,
  },
  'text that is plain to its end, a template and an invisible frame': {
    bytes: () =>
      html(
        '<p>第一章 甲</p><p>先看灯再看门。</p><template><p>乙</p></template><svg><foreignObject><p>丙</p><script>x()</script></foreignObject></svg><frameset></frameset><plaintext><script>x()</script>',
      ),
    read: true,
  },
  'headings of levels that there are not': {
    bytes: () =>
      html(
        ['-1', '0', '1e9', 'NaN', 'Infinity', '2.5', 'x']
          .map((level) => `<div role="heading" aria-level="${level}">第${level}章 甲</div><p>乙</p>`)
          .join(''),
      ),
    read: true,
  },
  'lists that start past all numbers': {
    bytes: () =>
      html(
        `<h1>第一章 甲</h1>${['1e308', 'Infinity', '-Infinity', 'NaN', '2000000000', '-5', '1.5']
          .flatMap((start) =>
            ['a', 'i', '1', 'A'].map(
              (type) => `<ol type="${type}" start="${start}"><li>甲<li value="${start}">乙</ol>`,
            ),
          )
          .join('')}`,
      ),
    read: true,
  },
  'a million elements in one line': {
    bytes: () => html(`<h1>第一章 甲</h1><p>${'<b>甲</b><i>乙</i>'.repeat(500_000)}</p>`),
    heavy: true,
  },
  'a page of five million characters in one paragraph': {
    bytes: () => html(`<h1>第一章 甲</h1><p>${scatteredHan(5_000_000)}</p>`),
    heavy: true,
  },
  'notes that a hundred thousand marks refer to': {
    bytes: () =>
      html(
        `<h1>第一章 甲</h1>${Array.from({ length: 20_000 }, (_, index) => `<p>甲<a href="#fn${index}"><sup>${index % 1000}</sup></a></p>`).join('')}${Array.from({ length: 20_000 }, (_, index) => `<p id="fn${index}" class="footnote">乙${index}</p>`).join('')}`,
      ),
    heavy: true,
  },
  'a hundred thousand ruby readings within one another': {
    bytes: () => html(`<h1>第一章 甲</h1><p>${'<ruby>甲<rt>乙'.repeat(400)}</p>`),
    heavy: true,
  },
  'fifty large pictures, each of one colour': {
    bytes: () =>
      html(
        `<h1>第一章 甲</h1><p>甲</p>${Array.from({ length: 50 }, (_, index) => `<p>乙</p><img src="data:image/png;base64,${Buffer.from(flatPng(6000, 6000, index)).toString('base64')}">`).join('')}`,
      ),
    heavy: true,
  },
};
