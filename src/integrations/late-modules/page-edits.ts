/** Replace the text between two offsets of a page's source. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Apply edits to a source. None may overlap another. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += html.slice(position, start) + text;
    position = end;
  }
  return result + html.slice(position);
}
