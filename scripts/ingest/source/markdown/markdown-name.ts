/** The endings of Markdown files' names. */
export const markdownName = /\.(?:md|markdown|mkdn?|mdown)$/i;
