import { makeBook } from '../books.ts';

/** A book for every format, with what formats can hold: paragraphs, tables, lists, notes and pictures. */
export interface FormatBook {
  title: string;
  author: string;
  chapters: FormatChapter[];
}

export interface FormatChapter {
  /** The part that begins with it. */
  part?: { label: string; title: string };
  label: string;
  title: string;
  /** Its own text, above its rules. */
  blocks?: FormatBlock[];
  rules: FormatRule[];
}

export interface FormatRule {
  label: string;
  /** Empty for an article, whose text begins on the line of its number. */
  title: string;
  blocks: FormatBlock[];
}

export type FormatBlock =
  | { kind: 'paragraph'; text: string; note?: string }
  | { kind: 'table'; rows: string[][] }
  /** A list inside it belongs to the item before. */
  | { kind: 'list'; items: (string | string[])[] }
  | { kind: 'picture'; caption: string; png: Uint8Array };

/** What a writer writes, one after the other. Levels count from 1, the highest that the book has. */
export type FormatItem =
  | { kind: 'heading'; level: number; label: string; title: string }
  | { kind: 'article'; label: string; text: string }
  | FormatBlock;

/** The level of a book's chapters: its parts, if it has any, are above them. */
export const chapterLevel = (book: FormatBook): number => (book.chapters.some(({ part }) => part) ? 2 : 1);

/** A chapter in reading order, the heading of the part that begins with it included. */
export function itemsOf(
  book: FormatBook,
  { part, label, title, blocks = [], rules }: FormatChapter,
): FormatItem[] {
  const level = chapterLevel(book);
  return [
    ...(part ? [{ kind: 'heading' as const, level: 1, ...part }] : []),
    { kind: 'heading', level, label, title },
    ...blocks,
    ...rules.flatMap((rule): FormatItem[] => {
      if (rule.title !== '')
        return [{ kind: 'heading', level: level + 1, label: rule.label, title: rule.title }, ...rule.blocks];
      const [first, ...others] = rule.blocks;
      const text = first?.kind === 'paragraph' ? first.text : '';
      return [{ kind: 'article', label: rule.label, text }, ...others];
    }),
  ];
}

/** All blocks of a book. */
export const blocksOf = (book: FormatBook): FormatBlock[] =>
  book.chapters.flatMap(({ blocks = [], rules }) => [...blocks, ...rules.flatMap((rule) => rule.blocks)]);

/** The pictures of a book, in their order. */
export const picturesOf = (book: FormatBook): Uint8Array[] =>
  blocksOf(book).flatMap((block) => (block.kind === 'picture' ? [block.png] : []));

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
