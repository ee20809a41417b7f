import { numeralCharacters, parseNumeral } from '../../../../src/lib/numerals.ts';
import type { Line } from '../../model.ts';

/** A paragraph shorter than this holds no law. */
const shortestRunOn = 200;
/** Fewer articles in one paragraph are citations. */
const fewestArticles = 3;
const article = new RegExp(`第([${numeralCharacters}]{1,6})条(?=[\\s\\u3000])`, 'g');
/** A heading that ends where an article starts; several may follow one another. */
const headingAtEnd = new RegExp(
  `第[${numeralCharacters}]{1,5}(?:分编|[编章节])[\\s\\u3000]+[^\\s，。；：！？、]{2,30}$`,
);

/**
 * Part a law that has lost its line breaks, so that it is one paragraph: before each article that counts on, and around
 * the headings right above one. The parts keep the line's number.
 */
export function splitRunOn(lines: Line[]): Line[] {
  return lines.flatMap((line) => {
    const { text } = line;
    if (line.format || text.length < shortestRunOn) return [line];
    const starts = articleStarts(text);
    if (starts.length < fewestArticles) return [line];
    const parts = [0, ...starts].flatMap((from, i) => withoutHeadings(text.slice(from, starts[i])));
    return parts.map((part, i) => ({
      number: line.number,
      text: part,
      pageBreak: i === 0 && line.pageBreak,
    }));
  });
}

/** Where the articles start that count up by one from the first of the paragraph. */
function articleStarts(text: string): number[] {
  const starts: number[] = [];
  let next: number | undefined;
  for (const match of text.matchAll(article)) {
    const number = parseNumeral(match[1] ?? '');
    if (number === undefined || (next !== undefined && number !== next)) continue;
    next = number + 1;
    starts.push(match.index);
  }
  return starts;
}

/** A stretch of text, with the headings at its end as parts of their own, an empty one before each to set it apart. */
function withoutHeadings(text: string): string[] {
  const headings: string[] = [];
  let left = text.trimEnd();
  for (let match = headingAtEnd.exec(left); match; match = headingAtEnd.exec(left)) {
    headings.unshift('', match[0]);
    left = left.slice(0, match.index).trimEnd();
  }
  return [left, ...headings];
}
