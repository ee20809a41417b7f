const ending = /[。！？!?…]/;
const closing = /[”’」』）)]/;
const opening = /[“「『（(]/;
/** What makes a sentence of the quotation before it and the speaker after it. */
const goesOn = /^(?:[，、的]|[^“「。！？]{0,8}[说问答道喊])/;
const quoteEnd = /[”」』）)]/;

/** Split a paragraph into sentences. A full stop inside quotation marks or brackets ends none, unless the quotation does, too. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (opening.test(character)) depth += 1;
    else if (quoteEnd.test(character)) depth = Math.max(0, depth - 1);
    const inner = depth === 0 && closing.test(character) && ending.test(text[index - 1] ?? '');
    if (!inner && (depth > 0 || !ending.test(character))) continue;
    while (
      index + 1 < text.length &&
      (ending.test(text.charAt(index + 1)) || closing.test(text.charAt(index + 1)))
    )
      index += 1;
    // “…。”他说 goes on.
    if (inner && goesOn.test(text.slice(index + 1, index + 12))) continue;
    sentences.push(text.slice(start, index + 1).trim());
    start = index + 1;
  }
  const rest = text.slice(start).trim();
  if (rest) sentences.push(rest);
  return sentences;
}
