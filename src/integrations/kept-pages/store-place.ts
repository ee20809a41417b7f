/** Where a kept program finds its entries. */
export const storePlace = 'handbook.entries';

/** The module with Astro's entries, among those of a program. */
export const isStoreModule = (name: string): boolean => name.includes('data-layer-content');

/** What stands in that module in a kept program. */
export const storeModule = `export default globalThis[Symbol.for(${JSON.stringify(storePlace)})];\n`;
