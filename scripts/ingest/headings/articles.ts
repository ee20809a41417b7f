import type { Line } from '../model.ts';
import { numberingOf } from '../language/numbering.ts';
import { isProse, visibleLength } from '../language/prose.ts';
import { Body } from '../page/body.ts';
import type { Heading } from '../page/heading.ts';
import { headingOf } from './heading-of.ts';

/** A document with fewer articles than this is none of articles. */
const fewest = 3;
/** This share of the articles must count up by one. */
const inOrder = 0.8;
const longestTitle = 60;

/** The lines of a document with the labels of its articles on lines of their own, and its headings. */
export interface Articles {
  lines: Line[];
  headings: Heading[];
}

/**
 * A law or contract of articles and no chapters: the document's title is its one chapter, and each article (第一条 …) a
 * rule that its label names. `undefined` for what is no such document.
 */
export function readArticles(lines: Line[], start: number, end: number): Articles | undefined {
  const found: { at: number; label: string; number: number }[] = [];
  for (let at = start; at < end; at += 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (!text.startsWith('第')) continue;
    const numbering = numberingOf(text);
    if (numbering?.scheme !== '第条' || !numbering.apart || numbering.number === undefined) continue;
    // The next article, give or take lost ones; another number cites an article.
    const next = (found.at(-1)?.number ?? 0) + 1;
    if (numbering.number < next || numbering.number > next + 3) continue;
    found.push({ at, label: numbering.label, number: numbering.number });
  }
  const steps = found.filter(({ number }, i) => number === (found[i - 1]?.number ?? 0) + 1).length;
  if (found.length < fewest || steps < found.length * inOrder) return undefined;
  const title = titleAbove(lines, start, found[0]?.at ?? start);
  if (title === undefined) return undefined;
  const labels = new Map(found.map(({ at, label }) => [at, label]));
  const parted: Line[] = [];
  const starts: number[] = [];
  lines.forEach((line, at) => {
    const label = labels.get(at);
    if (label === undefined) {
      parted.push(line);
      return;
    }
    starts.push(parted.length);
    const text = line.text.trim().slice(label.length).trim();
    parted.push({ ...line, text: label });
    if (text !== '') parted.push({ ...line, text, pageBreak: false });
  });
  const body = new Body(parted, start);
  return {
    lines: parted,
    headings: [
      headingOf('chapter', body.read(title), false),
      ...starts.map((at) => headingOf('rule', body.read(at))),
    ],
  };
}

/** The first line above the articles, if it can name the document. */
function titleAbove(lines: Line[], start: number, first: number): number | undefined {
  const body = new Body(lines, start);
  for (let at = start; at < first; at += 1) {
    const text = body.text(at);
    if (text !== '') return visibleLength(text) <= longestTitle && !isProse(text) ? at : undefined;
  }
  return undefined;
}
