import type { Finding } from '../../../src/schemas/report.ts';
import { isFolio } from '../language/folio.ts';
import { isNamedLine, isProse, startsItem, visibleLength } from '../language/prose.ts';
import type { BodyLines } from '../page/body-lines.ts';

/** Lines that a message names. */
const maxNamed = 5;

/** No chapter could be told from the text: the likeliest lines, and what an editor writes to take them. */
export function noHeadings(body: BodyLines): Finding {
  const likeliest = rank(body);
  const lines = likeliest
    .map(({ index, text }) => `line ${body.lines[index]?.number ?? 0} “${text}”`)
    .join(', ');
  const advice =
    likeliest.length === 0
      ? 'Add a table of contents under a line 目录, or number the chapters.'
      : `The likeliest lines are ${lines}. Say in overrides.yaml which head chapters (heading: ${likeliest[0]?.text ?? ''}, as: chapter), or add a table of contents under a line 目录.`;
  return {
    code: 'no-headings',
    severity: 'error',
    line: body.lines[likeliest[0]?.index ?? -1]?.number ?? null,
    message: `No chapter headings were found, such as 第1章 …, 第一讲 …, 一、… or # …. ${advice}`,
  };
}

/** Short lines apart from the text, the most title-like first, then in the order of the book. */
function rank(body: BodyLines): { index: number; text: string }[] {
  const found: { index: number; text: string; score: number }[] = [];
  for (let index = body.start; index < body.end; index += 1) {
    const text = body.text(index);
    if (text === '' || text.length > 60 || isFolio(text) || /[。；，]/.test(text) || isProse(text)) continue;
    const next = body.next(index);
    const apart = body.text(index - 1) === '';
    const score =
      Number(apart) * 2 +
      Number(next >= 0 && isProse(body.text(next))) * 2 +
      Number(visibleLength(text) >= 3 && visibleLength(text) <= 20) -
      Number(/[：:？！”）]$/.test(text)) -
      Number(isNamedLine(text) || startsItem(text));
    found.push({ index, text, score });
  }
  return found
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, maxNamed)
    .sort((a, b) => a.index - b.index);
}
