const full: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
};
const han = '\\u3400-\\u9fff';
const anyHalf = /[,;:!?.()"]/;
/** Marks between characters or quotation marks, at least one of them Chinese; neither 1,200 nor 9:30 nor a.txt. */
const afterHan = new RegExp(`(?<=[${han}”」』》）)"])[,;:!?.](?![\\dA-Za-z.])`, 'g');
const beforeHan = new RegExp(`(?<=[\\dA-Za-z%])[,;:!?](?=[${han}“「『"])`, 'g');
const brackets = new RegExp(`\\((?=[${han}])|(?<=[${han}。！？])\\)`, 'g');

/**
 * The text with the marks that Chinese prints at full width, and with paired quotation marks: for matching alone.
 * Character for character, so that positions stay the same.
 */
export function evenMarks(text: string): string {
  if (!anyHalf.test(text)) return text;
  const toFull = (mark: string) => full[mark] ?? mark;
  const even = text.replace(afterHan, toFull).replace(beforeHan, toFull).replace(brackets, toFull);
  const straight = even.split('"');
  // An odd number of them can't be told into pairs; in text without Chinese they stay as they are.
  if (straight.length % 2 === 0 || straight.length === 1 || !/[\u3400-\u9fff]/.test(text)) return even;
  return straight.reduce((joined, part, index) => joined + (index % 2 === 1 ? '“' : '”') + part);
}
