import { traditional } from '../../src/lib/language/traditional.ts';
import { toHan } from '../../src/lib/han-number.ts';
import {
  plainFormatBook,
  richFormatBook,
  type FormatBlock,
  type FormatBook,
  type FormatChapter,
} from './book.ts';

/** Books of the shapes that editors have, by what is special about each. @param png a picture for those with one */
export const formatShapes: Record<string, (png: Uint8Array) => FormatBook> = {
  'chapters and rules': () => plainFormatBook(2),
  'parts, chapters and rules': () => withParts(plainFormatBook(3)),
  'chapters without rules': () => withoutRules(plainFormatBook(4)),
  'articles counted through the chapters': () => asArticles(plainFormatBook(5)),
  'rules called 第N条, counted through the chapters': () => numberedThrough(plainFormatBook(6)),
  'a Traditional book with parts': () => inTraditional(withParts(plainFormatBook(7))),
  'a table, a note, a picture and a list in a list': (png) => nested(richFormatBook(8, png)),
};

/** Two chapters a part; chapters count through. */
function withParts(book: FormatBook): FormatBook {
  const titles = ['开门以前', '关门以后'];
  return {
    ...book,
    chapters: book.chapters.map((chapter, index) =>
      index % 2 === 1
        ? chapter
        : { ...chapter, part: { label: `第${toHan(index / 2 + 1)}篇`, title: titles[index / 2] ?? '' } },
    ),
  };
}

function withoutRules(book: FormatBook): FormatBook {
  return {
    ...book,
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.rules.flatMap(({ blocks }) => blocks),
      rules: [],
    })),
  };
}

/** Each paragraph an article of its own. */
function asArticles(book: FormatBook): FormatBook {
  let count = 0;
  const articles = ({ rules }: FormatChapter): FormatChapter['rules'] =>
    rules
      .flatMap(({ blocks }) => blocks.slice(0, 2))
      .map((block) => ({ label: `第${toHan((count += 1))}条`, title: '', blocks: [block] }));
  return { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, rules: articles(chapter) })) };
}

function numberedThrough(book: FormatBook): FormatBook {
  let count = 0;
  return {
    ...book,
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      rules: chapter.rules.map((rule) => ({ ...rule, label: `第${toHan((count += 1))}条` })),
    })),
  };
}

function inTraditional(book: FormatBook): FormatBook {
  return mapTexts(book, traditional);
}

/** Put a list in the list of a book that has one. */
function nested(book: FormatBook): FormatBook {
  return mapBlocks(book, (block) =>
    block.kind === 'list' ? { ...block, items: [...block.items, ['灶上的火', '灯下的火']] } : block,
  );
}

const mapBlocks = (book: FormatBook, change: (block: FormatBlock) => FormatBlock): FormatBook => ({
  ...book,
  chapters: book.chapters.map((chapter) => ({
    ...chapter,
    ...(chapter.blocks && { blocks: chapter.blocks.map(change) }),
    rules: chapter.rules.map((rule) => ({ ...rule, blocks: rule.blocks.map(change) })),
  })),
});

/** Change every text of a book; it is plain JSON but for its pictures, and this is for books without. */
function mapTexts(book: FormatBook, change: (text: string) => string): FormatBook {
  return JSON.parse(JSON.stringify(book), (key, value: unknown) =>
    typeof value === 'string' && key !== 'kind' ? change(value) : value,
  ) as FormatBook;
}
