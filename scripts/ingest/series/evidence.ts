import type { Body } from '../page/body.ts';
import { visibleLength } from '../language/prose.ts';
import type { Candidate } from './candidate.ts';
import type { Run } from './runs.ts';

/** Visible characters of a body, by line. */
export class TextMeasure {
  /** Characters before each line from the body's start on. */
  private readonly before: Float64Array;
  readonly body: Body;

  constructor(body: Body) {
    this.body = body;
    this.before = new Float64Array(body.end - body.start + 1);
    for (let i = body.start; i < body.end; i += 1) {
      const length = body.furniture.has(i) ? 0 : visibleLength(body.lines[i]?.text ?? '');
      this.before[i - body.start + 1] = this.before[i - body.start]! + length;
    }
  }

  /** Characters from line `from` up to line `to`, excluded. */
  between(from: number, to: number): number {
    const at = (index: number): number =>
      this.before[Math.min(Math.max(index, this.body.start), this.body.end) - this.body.start] ?? 0;
    return Math.max(0, at(to) - at(from));
  }

  get total(): number {
    return this.before.at(-1) ?? 0;
  }
}

/** What a run is, and why. */
export interface Verdict {
  kind: 'headings' | 'list' | 'lone' | 'contents' | 'text';
  why: string[];
}

/** Items with less text than this between them are a list's. */
const shortestSection = 24;

/** Tell the headings of sections from the items of a list, the lines of a table of contents, and numbered paragraphs. */
export function judge(run: Run, text: TextMeasure, end: number): Verdict {
  const { members } = run;
  const { body } = text;
  const gaps = members.map((member, i) => text.between(member.last + 1, members[i + 1]?.first ?? end));
  const share = (test: (member: Candidate, i: number) => boolean): number =>
    members.filter(test).length / members.length;
  const shaped = share((member) => member.shaped);
  const touching = share((_, i) => gaps[i] === 0);
  const strong = members[0]!.strong;
  const unnumbered = members[0]!.number === undefined && !members[0]!.form.startsWith('#');
  const middle = [...gaps.slice(0, -1)].sort((a, b) => a - b)[(gaps.length - 1) >> 1] ?? gaps[0] ?? 0;
  const why = [
    `${Math.round(shaped * 100)} % can be headings`,
    members.length > 1 ? `${middle} characters between two` : `${middle} characters below`,
  ];
  const say = (kind: Verdict['kind'], reason: string): Verdict => ({ kind, why: [reason, ...why] });
  if (shaped < (strong ? 0.5 : 0.75)) return say('text', 'most are sentences');
  if (touching > 0.6 && members.length > 2)
    return say(strong ? 'contents' : 'list', 'no text between most of them');
  const titles = new Set(members.map(({ title }) => title)).size;
  if (unnumbered && titles * 2 < members.length) return say('list', 'the same words again and again');
  if (strong) return { kind: 'headings', why };
  if (members.length === 1) {
    const alone = members[0]!.number === 1 && middle >= shortestSection;
    return say(alone ? 'lone' : 'list', 'it stands alone');
  }
  if (touching > 0.34) return say('list', 'no text between some of them');
  if (middle < shortestSection) return say('list', 'hardly any text between them');
  const above = body.previous(members[0]!.first);
  if (
    above >= 0 &&
    /[：:]$/.test(body.text(above)) &&
    middle < 8 * shortestSection &&
    body.text(above).length > 12
  )
    return say('list', 'a colon introduces them');
  return { kind: 'headings', why };
}
