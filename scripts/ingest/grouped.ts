/** A whole number with its thousands set apart: 1,234,567. The library for all languages takes longer to load than a short book to outline. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
