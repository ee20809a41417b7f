import { makeBook } from '../books.ts';

/** A book for every format, with what formats can hold: paragraphs, and in one rule a table, a list, a note and a picture. */
export interface FormatBook {
  title: string;
  author: string;
  chapters: { label: string; title: string; rules: FormatRule[] }[];
}

export interface FormatRule {
  label: string;
  title: string;
  blocks: FormatBlock[];
}

export type FormatBlock =
  | { kind: 'paragraph'; text: string; note?: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'list'; items: string[] }
  | { kind: 'picture'; caption: string; png: Uint8Array };

const numbers = '一二三四五六七八九';

/** A made book of paragraphs alone: what every format, plain text included, can hold. */
export function plainFormatBook(seed: number): FormatBook {
  const book = makeBook({ chapters: 4, rules: 3, paragraphs: 5, stories: 0.3, seed });
  return {
    title: book.title,
    author: '顾云舟',
    chapters: book.chapters.map(({ title, rules }, index) => ({
      label: `第${numbers[index] ?? ''}章`,
      title,
      rules: rules.map((rule, ordinal) => ({
        label: `${index + 1}.${ordinal + 1}`,
        title: rule.title,
        blocks: rule.paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      })),
    })),
  };
}

/** The same with a table, a list, a note and a picture in its first rule. */
export function richFormatBook(seed: number, png: Uint8Array): FormatBook {
  const book = plainFormatBook(seed);
  const [first, ...others] = book.chapters[0]?.rules[0]?.blocks ?? [];
  if (first?.kind !== 'paragraph') return book;
  const blocks: FormatBlock[] = [
    { ...first, note: '此处的数字只是举例。' },
    {
      kind: 'table',
      rows: [
        ['项目', '早班', '晚班'],
        ['点货', '三遍', '两遍'],
        ['交接', '当面|签字', '当面*签字*'],
      ],
    },
    { kind: 'list', items: ['先看灯再看门', '先点数再签字', '先关火再下班'] },
    { kind: 'picture', caption: '图1 早班的路线', png },
    ...others,
  ];
  return {
    ...book,
    chapters: book.chapters.map((chapter, index) =>
      index > 0
        ? chapter
        : {
            ...chapter,
            rules: chapter.rules.map((rule, ordinal) => (ordinal > 0 ? rule : { ...rule, blocks })),
          },
    ),
  };
}
