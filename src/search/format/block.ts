/** A block of a page's text: the id of its paragraph (empty if it has none) and its words. */
export type Block = readonly [id: string, text: string];
