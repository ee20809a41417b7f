import { numeralCharacters } from '../../../../src/lib/numerals.ts';
import type { Line } from '../../model.ts';

/** A sentence's end, perhaps a page number, and a heading of a form that is rare in running text. */
const glued = new RegExp(
  `^(.{6,}[。！？!?…”])\\s*([0-9]{0,4})\\s*(第[${numeralCharacters}]{1,6}(?:分编|[章回编篇卷节])[\\s　]*[^\\s，。；：！？、“”]{2,24})$`,
);

/** Two lines of a table of contents with the page's number between them. */
const listed = new RegExp(
  `^(第[${numeralCharacters}]{1,6}[^\\s，。；：！？0-9]{2,24})([0-9]{1,4})(第[${numeralCharacters}]{1,6}(?:分编|[章回编篇卷节])[^\\s，。；：！？、“”]{2,24})$`,
);

/** A chapter's heading and its section's on one line: 第三章 盘点 第一节 点货. */
const withSection = new RegExp(
  `^\\s*(第[${numeralCharacters}]{1,6}[章回][\\s　]+[^\\s，。；：！？][^，。；！？]{0,28}?)[\\s　]+(第[${numeralCharacters}]{1,4}[节節](?:[\\s　]+[^，。；]{2,24})?)$`,
);

/**
 * Part the headings that a lost line break has glued to the end of the paragraph above, or to the chapter's heading;
 * the parts keep the line's number.
 */
export function splitHeadings(lines: Line[]): Line[] {
  let chapter = '';
  return lines.flatMap((line) => {
    const { text } = line;
    if (line.format || !text.includes('第')) return [line];
    const [, named = '', section = ''] = withSection.exec(text) ?? [];
    if (named !== '') {
      // The next section's line names the same chapter: a running head.
      if (named === chapter) return [line];
      chapter = named;
      return asLines([named, section], line);
    }
    const at = text.lastIndexOf('第');
    if (at < 6 || text.length - at > 40) return [line];
    const match = glued.exec(text) ?? listed.exec(text);
    return match ? asLines(match.slice(1), line) : [line];
  });
}

function asLines(parts: (string | undefined)[], { number, pageBreak }: Line): Line[] {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part = '', i) => ({ number, text: part, pageBreak: i === 0 && pageBreak }));
}
