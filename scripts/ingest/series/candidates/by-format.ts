import { looseNumberingOf, numberingOf } from '../../language/numbering.ts';
import { questionOf } from '../../language/question.ts';
import type { LineFormat } from '../../model.ts';
import type { BodyLines } from '../../page/body-lines.ts';
import type { Candidate } from './line/candidate.ts';
import { isShaped } from './line/shape.ts';

/** Read a heading that the source's format marks. Its form is its level; its number is only a label. */
export function readMarked(body: BodyLines, index: number, level: number): Candidate {
  const whole = body.text(index);
  const numbering = numberingOf(whole) ?? looseNumberingOf(whole);
  const asked = numbering ? undefined : questionOf(whole);
  const title = asked?.title ?? whole.slice(numbering?.length ?? 0).trim();
  return {
    first: index,
    last: index,
    form: `# ${level}`,
    rank: level - 10,
    number: numbering?.number,
    parent: numbering?.parent,
    label: numbering?.label ?? asked?.label ?? '',
    whole,
    title: title === '' ? whole : title,
    strong: true,
    loose: false,
    shaped: true,
  };
}

/** The form of 第三条 with the text of the article behind it. */
export const articleForm = '第条 …';

/**
 * Read the label of a clause that was split from its text. 第三条 ranks below every other division of a law. 3.1 has the
 * same form as a 3.1 with a title.
 */
export function readArticle(body: BodyLines, index: number): Candidate[] {
  const whole = body.text(index);
  const numbering = numberingOf(whole);
  if (!numbering) return [];
  const { scheme, rank, number, parent, label } = numbering;
  const isArticle = scheme === '第条';
  const form = isArticle
    ? { form: articleForm, rank: 6.8, strong: true }
    : { form: scheme, rank, strong: false };
  const at = { first: index, last: index };
  return [
    { ...at, ...form, number, parent, label, whole, title: '', loose: false, shaped: true, isClause: true },
  ];
}

/** Give bold lines and nested items forms of their own, so their numbers don't continue those of plain lines. */
export function inFormat(candidate: Candidate, body: BodyLines, format: LineFormat | undefined): Candidate {
  const { form, rank, strong } = candidate;
  if (strong || !format) return candidate;
  if (format.prominent)
    return { ...candidate, form: `bold ${form}`, shaped: isShaped(candidate, body, true) };
  const isInside = format.kind === 'list' && (format.level ?? 1) > 1;
  return isInside ? { ...candidate, form: `item ${form}`, rank: rank + 0.1 } : candidate;
}
