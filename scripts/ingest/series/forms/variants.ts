import type { Candidate } from '../candidates/line/candidate.ts';
import { must } from '../../../../src/lib/must.ts';

/** Fewer candidates of one variant among those of another are a slip. */
const fewestOfVariant = 3;
/** Counted apart, more than this many more have the number after that of the one before. */
const minGain = 2;

/** Two ways of printing one form: those of the second have this behind the form's name. */
const variants: [name: string, isSecond: (candidate: Candidate) => boolean][] = [
  // 第1节, 第2节 of a site's pages among 第一节, 第二节 of the book.
  ['1', ({ label }) => /[0-9０-９]/.test(label)],
  // 学问 第一, 交友 第二 below 内篇第一.
  ['spaced', ({ form, whole }) => form.endsWith('…第N') && /\s第[^\s]+$/.test(whole)],
  // 一. 二. 三. of the chapters, and lists of 一、二、三、 in them.
  ['.', (candidate) => markOf(candidate) === '.'],
  [':', (candidate) => markOf(candidate) === ':'],
];

/** The mark that parts a number of a weak form from its title: 一、标题, 一. 标题, 1: 标题. */
export function markOf({ strong, whole }: Candidate): string {
  const mark = /^[^\p{L}\p{N}]*[\p{N}一二三四五六七八九十百]+\s?([、.．:：])/u.exec(whole)?.[1];
  return strong || mark === undefined ? '' : mark.normalize('NFKC');
}

/** A form's name without the variant's. */
export function withoutVariant(form: string): string {
  return form.startsWith('#') ? form : form.replace(/ (?:1|spaced|[.:])$/, '');
}

/** Candidates of one form whose variants count separately are of two forms. Where both count on together, they are one. */
export function byVariant(form: string, all: Candidate[]): [form: string, members: Candidate[]][] {
  for (const [name, isSecond] of variants) {
    const second = all.filter(isSecond);
    if (second.length < fewestOfVariant || all.length - second.length < fewestOfVariant) continue;
    const first = all.filter((each) => !isSecond(each));
    if (steps(second) + steps(first) <= steps(all) + minGain) continue;
    const parted: [string, Candidate[]][] = [
      [form, first],
      [`${form} ${name}`, second],
    ];
    // Of one rank, what there is less of is likelier to be above.
    return parted.sort(([, a], [, b]) => a.length - b.length);
  }
  return [[form, all]];
}

/** How many members have the number after that of the one before. */
function steps(members: Candidate[]): number {
  return members.filter(
    ({ number }, i) =>
      number !== undefined && number - (i > 0 ? (must(members[i - 1]).number ?? 0) : 0) === 1,
  ).length;
}
