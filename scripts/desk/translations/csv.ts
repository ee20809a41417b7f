/** Rows of cells as a .csv for Excel and WPS: UTF-8 with a byte-order mark, lines that end in CR LF. */
export function printCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Beginnings of formulas, also behind spaces and in full width. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Whether a text is a formula, possibly behind apostrophes. */
const guardable = (text: string): boolean => formula.test(text.replace(/^'+/, ''));

function cell(text: string): string {
  // An apostrophe keeps a spreadsheet from calculating it; `parseCsv` removes it again.
  const guarded = guardable(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Parse a .csv. The first line decides whether commas, semicolons or tabs separate the cells. */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/, '');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endCell = () => {
    row.push(unguarded(value));
    value = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((each) => each !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < source.length; i += 1) {
    const character = source[i] ?? '';
    if (quoted) {
      if (character !== '"') value += character;
      else if (source[i + 1] === '"') {
        value += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"' && value === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && source[i + 1] === '\n') i += 1;
      endRow();
    } else value += character;
  }
  if (value !== '' || row.length > 0) endRow();
  return rows;
}

const unguarded = (text: string): string => (text.startsWith("'") && guardable(text) ? text.slice(1) : text);

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}
