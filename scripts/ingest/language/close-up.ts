const chinese = '\\u2014\\u2018-\\u201d\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef';
const gaps = new RegExp(`(?<=[${chinese}]) +(?=[${chinese}])`, 'g');
/** With so large a share of spaces, there is one after nearly every character, digits and letters too: 2 0 1 6 年. */
const minSpacedShare = 0.4;

/** The text without spaces between Chinese characters, which text recognition and justified PDFs put there: for reading alone. */
export function closeUp(text: string): string {
  if (!text.includes(' ')) return text;
  const apart = text.replaceAll(' ', '');
  const isSpaced = text.length - apart.length >= minSpacedShare * text.length;
  return isSpaced ? apart : text.replace(gaps, '');
}
