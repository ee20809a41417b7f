/** A line that is longer is no title of a chapter. */
export const longestChapterTitle = 60;
