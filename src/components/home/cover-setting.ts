/** How the title is set on the cover's label. */
export interface CoverSetting {
  /** From left to right: most of the title is in letters. */
  across: boolean;
  /** No two letters or figures are neighbours, so that each can be upright in the column, as Han characters are. */
  upright: boolean;
  /** The title by columns, or whole if it needs but one or runs across. */
  columns: string[];
  /** Length in ems of the longest thing that has to fit: a column of the title, or a word that can't be broken. */
  length: number;
}

/** A Han character with its letter spacing, in ems. */
const hanWidth = 1.06;
/** A bold letter, on average. */
const letterWidth = 0.7;
/** A title longer than this, in ems, goes on in another column. */
const maxColumn = 10.6;
/** A title of more columns than these is cut anywhere: all ways to cut it would be too many to try. */
const maxCutColumns = 3;

const isLetter = (character: string): boolean => /\p{ASCII}|(?=\p{Script=Latin})\p{L}|\p{M}/u.test(character);

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isLetter(character) ? letterWidth : hanWidth), 0);

/**
 * Set a title upright in as few columns as hold it; one that is mostly letters from left to right.
 * @param words the title cut where a line may end; a column ends nowhere else, if the words allow it
 */
export function coverSetting(title: string, words: readonly string[] = [title]): CoverSetting {
  const width = widthOf(title);
  const letters = widthOf([...title].filter(isLetter).join(''));
  if (letters > width / 2)
    return {
      across: true,
      upright: false,
      columns: [title],
      length: Math.max(...title.split(/\s+/).map(widthOf)),
    };
  const upright = !/[^\p{Script=Han}\p{P}\s]{2}/u.test(title);
  const count = Math.ceil(width / maxColumn);
  if (count === 1) return { across: false, upright, columns: [title], length: width };
  const halves = title.split(/(?<=\s)(?=\S)/u);
  const columns = count > maxCutColumns ? undefined : (columnsOf(halves, count) ?? columnsOf(words, count));
  if (columns) return { across: false, upright, columns, length: Math.max(...columns.map(lengthOf)) };
  // Punctuation that may not begin a column leaves the one before it a character short.
  return { across: false, upright, columns: [title], length: width / count + hanWidth };
}

const lengthOf = (column: string): number => widthOf(column.trim());

/** Pieces put together to a number of columns, the longest of them as short as can be; `undefined` if one is too long. */
function columnsOf(pieces: readonly string[], count: number): string[] | undefined {
  if (pieces.length < count) return undefined;
  if (count === 1) return lengthOf(pieces.join('')) > maxColumn ? undefined : [pieces.join('')];
  const splits = Array.from({ length: pieces.length - count + 1 }, (_, index) => {
    const end = index + count - 1;
    const before = columnsOf(pieces.slice(0, end), count - 1);
    return before && [...before, pieces.slice(end).join('')];
  });
  const fitting = splits.filter((split) => split?.every((column) => lengthOf(column) <= maxColumn));
  const [best] = fitting.sort(
    (a = [], b = []) => Math.max(...a.map(lengthOf)) - Math.max(...b.map(lengthOf)),
  );
  return best;
}
