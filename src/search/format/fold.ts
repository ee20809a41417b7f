/** Marks that printings and keyboards swap for one another, in one form each. */
const swapped: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
};

/** Zero-width marks, which no reader sees and no reader types. */
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u;

// A handbook has a few thousand different characters and a search folds them by the ten thousand.
const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    folded = invisible.test(character) ? '' : (swapped[plain] ?? plain);
    known.set(character, folded);
  }
  return folded;
}

/** Text as it is searched: widths, compatibility forms, case, accents and kinds of quotation marks folded. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** Folded text that knows its way back. */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`, and for its end, the offset in the source text it came from. */
  origin: number[];
}

/** {@link fold}, with the offsets that lead back to the source text. */
export function foldWithOrigin(source: string): FoldedText {
  let text = '';
  const origin: number[] = [];
  let offset = 0;
  for (const character of source) {
    const folded = foldCharacter(character);
    origin.push(...Array.from({ length: folded.length }, () => offset));
    text += folded;
    offset += character.length;
  }
  origin.push(offset);
  return { text, origin };
}
