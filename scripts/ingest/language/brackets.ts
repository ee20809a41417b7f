const pairs: Record<string, string> = {
  '[': ']',
  '(': ')',
  '（': '）',
  '【': '】',
  '〔': '〕',
  '《': '》',
  '〈': '〉',
  '<': '>',
  '＜': '＞',
  '「': '」',
  '『': '』',
};
const maxDepth = 3;

/**
 * The part of a line inside the brackets that enclose the whole of it: 第1节 of 【第1节】. `undefined` if it has none, or
 * if they close before its end.
 */
export function insideBrackets(text: string): { start: number; end: number } | undefined {
  let start = 0;
  let end = text.length;
  while (start < maxDepth && start + 1 < end && pairs[text[start] ?? ''] === text[end - 1]) {
    start += 1;
    end -= 1;
  }
  if (start === 0) return undefined;
  const opening = text[0] ?? '';
  const inner = text.slice(start, end);
  return inner.includes(opening) || inner.includes(pairs[opening] ?? '') ? undefined : { start, end };
}
