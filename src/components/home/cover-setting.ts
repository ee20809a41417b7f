/** How the title is set on the cover's label. */
export interface CoverSetting {
  /** Whether the title runs from left to right, since most of it is in letters. */
  across: boolean;
  /** Whether each letter or figure can be upright in the column, as Han characters are. That needs one without another beside it. */
  upright: boolean;
  /** The columns of the title. A title that runs from left to right is one. */
  columns: string[];
  /** Length in ems of the longest thing that has to fit: a column of the title, or a word that can't be broken. */
  length: number;
}

/** Length of a Han character with its letter spacing, in ems. */
const hanWidth = 1.06;
/** Average width of a bold letter, in ems. */
const letterWidth = 0.7;
/** Length of the longest column, in ems. */
const maxColumn = 10.6;
/** A title that needs more columns is cut anywhere: there would be too many ways to cut it between words. */
const maxCutColumns = 3;

const isLetter = (character: string): boolean => /\p{ASCII}|(?=\p{Script=Latin})\p{L}|\p{M}/u.test(character);

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isLetter(character) ? letterWidth : hanWidth), 0);

/**
 * Set a title upright in as few columns as possible, or from left to right if most of it is in letters.
 * @param words the title cut wherever a line may end; columns end there too, if possible
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
  // Punctuation may not begin a column, so the column before it may be a character short.
  return { across: false, upright, columns: [title], length: width / count + hanWidth };
}

const lengthOf = (column: string): number => widthOf(column.trim());

/** Join pieces to a number of columns, the longest as short as possible; `undefined` if one is too long. */
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
