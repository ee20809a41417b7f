/** White space, zero-width marks, direction marks, byte-order marks and NUL: nothing of these is part of a text's wording. */
const ignored = /[\s\0\u0085\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/** Text as it is compared: letter widths and compatibility forms folded (NFKC), and nothing but its visible characters. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(ignored, '');
}

/** Marks that printings and OCR swap for one another. A dash may be printed as several; full-width forms are folded before. */
const quotes = /["'“”‘’„‟「」『』〝〞]/g;
const dashes = /[-‐-―−─]+/g;
const dots = /[·・•‧∙⋅]/g;

/** {@link squeeze}, and one form for every kind of quotation mark, dash and middle dot: the key that headings are matched by. */
export function matchKey(text: string): string {
  return squeeze(text).replace(quotes, '"').replace(dashes, '-').replace(dots, '·').toLowerCase();
}
