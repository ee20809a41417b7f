const codesOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const endings = codesOf('。！？!?…');
const closings = codesOf('”’」』）)');
const openings = codesOf('“「『（(');
const quoteEnds = codesOf('”」』）)');
/** What makes a sentence of the quotation before it and the speaker after it. */
const goesOn = /^(?:[，、的]|[^“「。！？]{0,8}[说问答道喊])/;

/** Split a paragraph into sentences. A full stop inside quotation marks or brackets ends none, unless the quotation does, too. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (openings.has(code)) depth += 1;
    else if (quoteEnds.has(code)) depth = Math.max(0, depth - 1);
    const inner = depth === 0 && closings.has(code) && endings.has(text.charCodeAt(index - 1));
    if (!inner && (depth > 0 || !endings.has(code))) continue;
    while (endings.has(text.charCodeAt(index + 1)) || closings.has(text.charCodeAt(index + 1))) index += 1;
    // “…。”他说 goes on.
    if (inner && goesOn.test(text.slice(index + 1, index + 12))) continue;
    sentences.push(text.slice(start, index + 1).trim());
    start = index + 1;
  }
  const rest = text.slice(start).trim();
  if (rest) sentences.push(rest);
  return sentences;
}
