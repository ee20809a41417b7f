import { text, type HostileBook } from './hostile-book.ts';

const markdown = (body: string): Uint8Array =>
  text(`# 第一章 甲\n\n先看灯再看门。\n\n# 第二章 乙\n\n看完才算数。\n\n# 第三章 丙\n\n${body}`);

/** Markdown in one file. */
export const markdownFiles: Record<string, HostileBook> = {
  'Markdown of opening brackets': { bytes: () => markdown('['.repeat(20_000)) },
  'Markdown of links that are not closed': { bytes: () => markdown('[甲](<'.repeat(20_000)), heavy: true },
  'Markdown of stars': { bytes: () => markdown('*a **b '.repeat(5000)), heavy: true },
  'Markdown of nested quotations': { bytes: () => markdown(`${'>'.repeat(5000)} 丁`), heavy: true },
  'Markdown of nested lists': {
    bytes: () =>
      markdown(Array.from({ length: 1000 }, (_, index) => `${' '.repeat(2 * index)}- 甲`).join('\n')),
    heavy: true,
  },
  'Markdown of a hundred thousand definitions': {
    bytes: () => markdown(Array.from({ length: 100_000 }, (_, index) => `[${index}]: /a`).join('\n')),
    heavy: true,
  },
  'a front matter of aliases': {
    bytes: () =>
      text(
        `---\na: &a [甲,甲,甲,甲,甲,甲,甲,甲,甲]\n${'bcdefgh'.replace(/./g, (name, at: number) => `${name}: &${name} [${`*${'abcdefg'[at] ?? ''},`.repeat(9)}]\n`)}---\n\n# 甲\n\n# 乙\n\n# 丙\n`,
      ),
  },
  'a table of ten thousand columns': {
    bytes: () =>
      markdown(
        `|${' 甲 |'.repeat(10_000)}\n|${' - |'.repeat(10_000)}\n`.concat(
          `|${' 乙 |'.repeat(10_000)}\n`.repeat(20),
        ),
      ),
    heavy: true,
  },
  'a table of fifty thousand rows': {
    bytes: () => markdown(`| 甲 | 乙 |\n| - | - |\n${'| 丙 | 丁 |\n'.repeat(50_000)}`),
    heavy: true,
  },
  'addresses that begin again and again': {
    bytes: () =>
      markdown(`${'www.'.repeat(50_000)}\n\n${'a@a.'.repeat(50_000)}\n\n${'http://'.repeat(50_000)}`),
    heavy: true,
  },
  'fifty thousand comments in one block': {
    bytes: () => markdown(`<div>\n${'<!-- 甲 -->\n'.repeat(50_000)}</div>`),
    heavy: true,
  },
  'notes that hold themselves': {
    bytes: () => markdown('戊[^a]\n\n[^a]: 己[^a][^b]\n\n    庚[^b]\n\n[^b]: [^a]\n'),
    read: true,
  },
  'twenty thousand notes': {
    bytes: () =>
      markdown(
        Array.from({ length: 20_000 }, (_, index) => `戊[^${index}]\n\n[^${index}]: 己${index}\n`).join('\n'),
      ),
    heavy: true,
  },
  'code that is never closed, in quotations and lists': {
    bytes: () => markdown('> - ```\n'.repeat(20_000)),
    heavy: true,
  },
  'rulers of every kind': {
    bytes: () => markdown('* * *\n- - -\n***\n===\n---\n'.repeat(20_000)),
    heavy: true,
  },
  'backticks that don’t match': {
    bytes: () => markdown(Array.from({ length: 1500 }, (_, index) => `${'`'.repeat(index)}甲`).join('')),
    heavy: true,
  },
  'a front matter that never ends': {
    bytes: () => text(`---\n${'a: [\n'.repeat(50_000)}# 甲\n# 乙\n# 丙\n`),
    heavy: true,
  },
  'a front matter of tags that make objects': {
    bytes: () =>
      text(
        '---\ntitle: !!js/function "function(){}"\nauthor: !!python/object:os.system x\n__proto__: {title: 甲}\nconstructor: {prototype: {}}\n---\n\n# 第一章 甲\n\n先看灯再看门。\n\n# 第二章 乙\n\n看完才算数。\n\n# 第三章 丙\n\n门要推一推。\n',
      ),
    read: true,
  },
};
