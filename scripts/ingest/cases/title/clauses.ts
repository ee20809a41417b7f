import { tagWords } from '../../language/words/dictionary.ts';
import { simplified } from '../../language/simplified.ts';

/** Characters of a title, at most. */
export const maxTitleLength = 16;

/** A word with its part of speech (ICTCLAS tags), in Simplified characters. */
export interface Word {
  word: string;
  tag: string;
}

/** A clause, in the characters of the source and as tagged words. */
export interface Clause {
  text: string;
  words: Word[];
  /** Someone says it. */
  quoted: boolean;
  /** A quotation or a title is cut out of the middle of it: 就是一个观“潮”高手. */
  cut: boolean;
}

const connectives =
  /^(?:当然|但是?|可是?|不过|然而|而且?|所以|因此|于是|其实|后来|结果|接着|随后|同时|另外|此外|再如|比如|例如|又如|还有|原来|终于|最后|首先|其次|只是|就|却|也|又|则|据说|听说|事实上|总之|因为|由于|虽然|尽管|既|如果|要是|直到|等到|起初|本来|偏偏|至今|那时候?|当时|如今|现在|一天|有一?[天次回年])$/;

/** The clauses of a story, in their order. */
export function clausesOf(paragraphs: string[]): Clause[] {
  const clauses: Clause[] = [];
  let quoted = false;
  for (const paragraph of paragraphs) {
    const pieces = paragraph.split(/([。！？；，：!?;:,…—－─\n“”‘’「」『』《》（）()]+)/);
    pieces.forEach((piece, at) => {
      if (/[“‘「『]/.test(piece)) quoted = true;
      else if (/[”’」』]/.test(piece)) quoted = false;
      const text = piece.trim();
      if (!/\p{Script=Han}{2}/u.test(text)) return;
      const cut = /^[”’」』》]$/.test(pieces[at - 1] ?? '') || /^[“‘「『《]$/.test(pieces[at + 1] ?? '');
      clauses.push({ text, words: tagWords(simplified(text)), quoted, cut });
    });
  }
  return clauses;
}

/** The clause without what a title can do without at its start; and, if it is long, what comes after a modifier. */
export function partsOf(clause: Clause): Clause[] {
  const isSpare = ({ word, tag }: Word) =>
    connectives.test(word) || /^[tcdyo]/.test(tag) || /^\s+$/.test(word);
  const start = clause.words.findIndex((word) => !isSpare(word));
  if (start < 0) return [];
  const whole = after(clause, start);
  if (whole.text.length <= maxTitleLength) return [whole];
  return whole.words.flatMap(({ word }, index) => {
    // 把两村的代表请到…: what comes after 的 is not what acts.
    if (whole.words.slice(0, index).some(({ word: before }) => turnsAway.test(before))) return [];
    const part = word === '的' ? after(whole, index + 1) : undefined;
    return part && part.text.length <= maxTitleLength ? [part] : [];
  });
}

const turnsAway = /^(?:[把将被从在向对给让用拿替为]|自己|按照?)$/;

/** What is left of a clause from a word on. Simplified text is as long as the text it was made of. */
function after(clause: Clause, from: number): Clause {
  const skipped = clause.words.slice(0, from).reduce((length, { word }) => length + word.length, 0);
  return {
    ...clause,
    text: clause.text.slice(skipped).trim(),
    words: clause.words.slice(from),
  };
}
