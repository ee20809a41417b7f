import type { Line } from '../../model.ts';
import { isInserted, numberingOf } from '../../language/numbering.ts';
import { parted } from './parted.ts';

/** Fewer than this are citations, not the articles of a law. */
const fewestArticles = 3;
/** This share of the articles must count up by one. */
const minInOrder = 0.8;
/** Articles that may be missing between two. */
const maxLost = 3;
/** What follows the number where a sentence cites an article: 第三条规定的…. */
const citation = /^[的之第至项款、，。；和或及与所规]/;

interface Article {
  at: number;
  label: string;
  number: number;
}

/**
 * Separate the label of each article of a law, contract or rulebook (第十二条 …) from the text after it on the same
 * line, so that the label is the heading of a rule. A label followed by a title (第十二条 请假) stays as it is.
 */
export function splitArticles(lines: Line[], start: number): Line[] {
  const articles = findArticles(lines, start);
  if (articles.length < fewestArticles) return lines;
  const labels = new Map(articles.map(({ at, label }) => [at, label]));
  return lines.flatMap((line, at): Line[] => {
    const label = labels.get(at);
    return label === undefined ? [line] : (parted(line, label.length) ?? [line]);
  });
}

/** Articles that count up through the document, or anew in each of its parts. */
function findArticles(lines: Line[], start: number): Article[] {
  const found: Article[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const article = articleAt(lines[at], at);
    if (!article) continue;
    const last = found.at(-1)?.number ?? 0;
    const next = last + 1;
    if (
      (article.number === last && isInserted(article.label)) ||
      article.number === 1 ||
      (article.number >= next && article.number <= next + maxLost)
    )
      found.push(article);
  }
  const steps = found.filter(
    ({ number, label }, i) => number === 1 || isInserted(label) || number === (found[i - 1]?.number ?? 0) + 1,
  );
  return steps.length >= found.length * minInOrder ? found : [];
}

function articleAt(line: Line | undefined, at: number): Article | undefined {
  const text = line?.text.trim() ?? '';
  const kind = line?.format?.kind ?? 'paragraph';
  if (!text.startsWith('第') || kind !== 'paragraph') return undefined;
  const numbering = numberingOf(text);
  if (numbering?.scheme !== '第条' || numbering.number === undefined) return undefined;
  if (!numbering.apart && citation.test(text.slice(numbering.length))) return undefined;
  return { at, label: numbering.label, number: numbering.number };
}
