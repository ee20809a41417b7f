import type { Dropped, Line } from '../../model.ts';

/** What colours a terminal's text and links it: ESC [ 1 m, or ESC ] 8 ; … up to BEL. Its letters are no text. */
const terminalCodes = /\x1b\[[\d;?]{0,20}[A-Za-z]|\x1b\]\d{1,4};[^\x07\x1b]{0,2000}(?:\x07|\x1b\\)/u;
/**
 * Control, zero-width and direction characters: invisible, and some hide or reorder text. White space is kept, and so is the joiner between two
 * pictures, which makes one of them: 👩‍💻.
 */
const controls =
  /(?<!\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d|\u200d(?!\p{Extended_Pictographic})|[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const allControls = new RegExp(`${terminalCodes.source}|${controls.source}`, 'gu');

/**
 * Split text at every newline convention (LF, CR LF, CR, NEL, U+2028, U+2029) and at form feeds.
 * A form feed ends no line of an editor: next to a newline it only marks a page break, and inside a line it parts the text
 * into two `Line`s with the same number.
 */
export function splitLines(text: string): { lines: Line[]; dropped: Dropped[] } {
  const lines: Line[] = [];
  const dropped: Dropped[] = [];
  let number = 1;
  let start = 0;
  let pageBreak = false;
  let midLine = false;
  const end = (at: number): void => {
    const printed = text.slice(start, at);
    const value = printed.replace(allControls, '');
    if (value.length < printed.length)
      dropped.push({ line: number, text: (printed.match(allControls) ?? []).join(''), reason: 'control' });
    lines.push({ number, text: value, pageBreak, ...(midLine ? { midLine } : {}) });
    pageBreak = midLine = false;
  };
  for (let i = 0; i < text.length; i += 1) {
    const newline = newlineAt(text, i);
    if (newline > 0) {
      end(i);
      i += newline - 1;
      number += 1;
      start = i + 1;
    } else if (text.charCodeAt(i) === formFeed) {
      if (text.slice(start, i).trim() !== '') {
        end(i);
        // A newline right behind the form feed ends the same line.
        const behind = newlineAt(text, i + 1);
        i += behind;
        if (behind > 0) number += 1;
        else midLine = true;
      }
      pageBreak = true;
      start = i + 1;
    }
  }
  if (start < text.length) end(text.length);
  return { lines, dropped };
}

const formFeed = 0x0c;
const newlines = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029]);

/** Characters of the newline at `index`: 2 for CR LF, 0 if there is none. */
export function newlineAt(text: string, index: number): 0 | 1 | 2 {
  const code = text.charCodeAt(index);
  if (!newlines.has(code)) return 0;
  return code === 0x0d && text.charCodeAt(index + 1) === 0x0a ? 2 : 1;
}
