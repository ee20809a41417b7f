/** White space, zero-width marks, direction marks, byte-order marks and NUL. None of them is part of a text's wording. */
const ignored = /[\s\0\u0085\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/** Text for comparison: compatibility forms folded (NFKC), invisible characters removed. “Ａ １” is “A1”. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(ignored, '');
}

// Printings and OCR use the marks of each group for one another. A dash may be printed as several. NFKC has folded full-width forms before.
const quotes = /["'“”‘’„‟「」『』〝〞]/g;
const dashes = /[-‐-―−─]+/g;
const dots = /[·・•‧∙⋅]/g;

/** The key that headings are matched by: {@link squeeze}, with one form for all quotation marks, dashes and middle dots, in small letters. */
export function matchKey(text: string): string {
  return squeeze(text).replace(quotes, '"').replace(dashes, '-').replace(dots, '·').toLowerCase();
}
