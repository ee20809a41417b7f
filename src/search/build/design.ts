import type { Design } from '../format/tokens.ts';

/**
 * From this many pages on a site is large: pairs of characters are faster than characters and cost fewer bytes to begin
 * with, and titles come only when something needs all of them (`npm run bench -- search --pages 1000,2000`).
 */
const largeFrom = 1500;

export const isLarge = (pages: number): boolean => pages >= largeFrom;

export const designFor = (pages: number): Design => (isLarge(pages) ? 'bigrams' : 'characters');
