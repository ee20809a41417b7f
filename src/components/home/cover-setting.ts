/** How the title is set on the cover's label. */
export interface CoverSetting {
  /** From left to right: most of the title is in letters. */
  across: boolean;
  /** No two letters or figures are neighbours, so that each can be upright in the column, as Han characters are. */
  upright: boolean;
  /** Length in ems of the longest thing that has to fit: a column of the title, or a word that can't be broken. */
  length: number;
}

/** A Han character with its letter spacing, in ems. */
const hanWidth = 1.06;
/** A bold letter, on average. */
const letterWidth = 0.7;
/** A title longer than this, in ems, goes on in another column. */
const maxColumn = 10.6;

const isLetter = (character: string): boolean => /\p{ASCII}|(?=\p{Script=Latin})\p{L}|\p{M}/u.test(character);

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isLetter(character) ? letterWidth : hanWidth), 0);

/** Set a title upright in as few columns as hold it; one that is mostly letters from left to right. */
export function coverSetting(title: string): CoverSetting {
  const width = widthOf(title);
  const letters = widthOf([...title].filter(isLetter).join(''));
  if (letters > width / 2)
    return { across: true, upright: false, length: Math.max(...title.split(/\s+/).map(widthOf)) };
  const upright = !/[^\p{Script=Han}\p{P}\s]{2}/u.test(title);
  const columns = Math.ceil(width / maxColumn);
  // Punctuation that may not begin a column leaves the one before it a character short.
  return { across: false, upright, length: columns === 1 ? width : width / columns + hanWidth };
}
