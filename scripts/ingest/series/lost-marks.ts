import { numberingOf } from '../language/numbering.ts';
import { bisect } from '../../../src/lib/bisect.ts';
import { must } from '../../../src/lib/must.ts';
import type { Candidate } from './candidates/line/candidate.ts';

/** Fewer marked headings with numbers of one form don't tell that one is missing. */
const fewestMarked = 3;

/**
 * A line whose number is the one missing between two headings that the source's own format marks, 第四章 between `# 第三章`
 * and `# 第五章`, has lost its mark: it is of their level.
 */
export function withLostMarks(candidates: Candidate[]): Candidate[] {
  const marked = Map.groupBy(
    candidates.filter(({ form, label }) => form.startsWith('#') && label.startsWith('第')),
    ({ form, whole }) => `${form} ${numberingOf(whole)?.scheme ?? ''}`,
  );
  const plain = Map.groupBy(
    candidates.filter(({ strong, shaped }) => strong && shaped),
    ({ form, number }) => `${form} ${number}`,
  );
  const found = new Map<Candidate, Candidate>();
  for (const members of marked.values()) {
    if (members.length < fewestMarked) continue;
    members.forEach((member, index) => {
      const [next, wanted] = [members[index + 1], (member.number ?? 0) + 1];
      if (next?.number !== wanted + 1) return;
      const same = plain.get(`${numberingOf(member.whole)?.scheme} ${wanted}`) ?? [];
      const before = (line: number): number => bisect(same.length, (i) => must(same[i]).first < line);
      const at = before(member.first);
      if (before(next.first) === at + 1) found.set(must(same[at]), member);
    });
  }
  return candidates.map((each) => {
    const like = found.get(each);
    return like ? { ...each, form: like.form, rank: like.rank } : each;
  });
}
