import type { Dropped, Line } from '../../model.ts';

/** Control, zero-width and direction characters: they are no text, and some hide or reorder it. White space isn't among them. */
const controls =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const allControls = new RegExp(controls, 'g');

/**
 * Split text at every newline convention (LF, CR LF, CR, NEL, U+2028, U+2029) and at form feeds.
 * A form feed next to a newline marks a page break and makes no line of its own, so that numbers stay those of an editor.
 */
export function splitLines(text: string): { lines: Line[]; dropped: Dropped[] } {
  const lines: Line[] = [];
  const dropped: Dropped[] = [];
  let start = 0;
  let pageBreak = false;
  let midLine = false;
  const end = (at: number): void => {
    let value = text.slice(start, at);
    if (controls.test(value)) {
      dropped.push({ line: lines.length + 1, text: value.match(allControls)!.join(''), reason: 'control' });
      value = value.replace(allControls, '');
    }
    lines.push({ number: lines.length + 1, text: value, pageBreak, ...(midLine ? { midLine } : {}) });
    pageBreak = midLine = false;
  };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x85 || code === 0x2028 || code === 0x2029) {
      end(i);
      start = i + 1;
    } else if (code === 0x0d) {
      end(i);
      if (text.charCodeAt(i + 1) === 0x0a) i += 1;
      start = i + 1;
    } else if (code === 0x0c) {
      if (text.slice(start, i).trim() !== '') {
        end(i);
        // A newline right behind the form feed ends the same line.
        if (text.charCodeAt(i + 1) === 0x0d && text.charCodeAt(i + 2) === 0x0a) i += 2;
        else if (text.charCodeAt(i + 1) === 0x0a || text.charCodeAt(i + 1) === 0x0d) i += 1;
        else midLine = true;
      }
      pageBreak = true;
      start = i + 1;
    }
  }
  if (start < text.length) end(text.length);
  return { lines, dropped };
}
