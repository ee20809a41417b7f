import { text, type HostileBook } from './hostile-book.ts';

const html = (body: string): Uint8Array => text(`<!doctype html><html>${body}`);
const markdown = (body: string): Uint8Array => text(`# 甲\n\n# 乙\n\n# 丙\n\n${body}`);

/** Web pages and Markdown. */
export const pages: Record<string, HostileBook> = {
  'a web page without text': {
    bytes: () => html('<body><script>1</script></body></html>'),
    refused: /no text/,
  },
  'a web page nested without end': { bytes: () => html(`${'<div>'.repeat(200_000)}甲`), refused: /./ },
  'bold elements that are never closed': { bytes: () => html(`<p>${'<b><p>甲'.repeat(2000)}`) },
  'lists within lists': { bytes: () => html('<ul><li>甲'.repeat(300)) },
  'tables within tables': { bytes: () => html('<table><tr><td>甲'.repeat(300)) },
  'a style sheet of braces': { bytes: () => html(`<style>${'{'.repeat(200_000)}</style><p>甲乙丙</p>`) },
  'a tag of a hundred thousand attributes': {
    bytes: () => html(`<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>甲</p>`),
  },
  'a picture of thirty megabytes within the page': {
    bytes: () => html(`<p>甲</p><img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(2_700_000)}">`),
  },
  'cells of a million columns': {
    bytes: () => html(`<table>${'<tr><td colspan=999999 rowspan=999999>甲<td>甲'.repeat(2000)}</table>`),
  },
  'half-open comments and character references': {
    bytes: () => html(`<p>甲${'<!--'.repeat(50_000)}${'&#x110000;&lt'.repeat(50_000)}`),
  },
  'Markdown of opening brackets': { bytes: () => markdown('['.repeat(20_000)) },
  'Markdown of links that are not closed': { bytes: () => markdown('[甲](<'.repeat(20_000)) },
  'Markdown of stars': { bytes: () => markdown('*a **b '.repeat(5000)) },
  'Markdown of nested quotations': { bytes: () => markdown(`${'>'.repeat(5000)} 丁`) },
  'Markdown of nested lists': {
    bytes: () =>
      markdown(Array.from({ length: 1000 }, (_, index) => `${' '.repeat(2 * index)}- 甲`).join('\n')),
  },
  'Markdown of a hundred thousand definitions': {
    bytes: () => markdown(Array.from({ length: 100_000 }, (_, index) => `[${index}]: /a`).join('\n')),
  },
  'a front matter of aliases': {
    bytes: () =>
      text(
        `---\na: &a [甲,甲,甲,甲,甲,甲,甲,甲,甲]\n${'bcdefgh'.replace(/./g, (name, at: number) => `${name}: &${name} [${`*${'abcdefg'[at] ?? ''},`.repeat(9)}]\n`)}---\n\n# 甲\n\n# 乙\n\n# 丙\n`,
      ),
  },
};
