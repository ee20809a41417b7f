import type { Body } from '../page/body.ts';
import { visibleLength } from '../language/prose.ts';
import type { Candidate } from './candidate.ts';
import type { Run } from './runs.ts';

/** A line this long is running text, whatever it ends with. */
const proseLength = 60;

/** Visible characters of a body, by line. */
export class TextMeasure {
  /** Characters before each line from the body's start on, and those of running text among them. */
  private readonly before: Float64Array;
  private readonly proseBefore: Float64Array;
  readonly body: Body;

  constructor(body: Body) {
    this.body = body;
    this.before = new Float64Array(body.end - body.start + 1);
    this.proseBefore = new Float64Array(body.end - body.start + 1);
    for (let i = body.start; i < body.end; i += 1) {
      const text = body.lines[i]?.text ?? '';
      const length = body.furniture.has(i) ? 0 : visibleLength(text);
      const at = i - body.start;
      this.before[at + 1] = this.before[at]! + length;
      const isRunning = length >= proseLength || (length > 0 && /[。！；]["”’」』）)]?\s*$/.test(text));
      this.proseBefore[at + 1] = this.proseBefore[at]! + (isRunning ? length : 0);
    }
  }

  /** Characters from line `from` up to line `to`, excluded. */
  between(from: number, to: number): number {
    return Math.max(0, (this.before[this.clamp(to)] ?? 0) - (this.before[this.clamp(from)] ?? 0));
  }

  /** The same, of running text alone. */
  prose(from: number, to: number): number {
    return Math.max(0, (this.proseBefore[this.clamp(to)] ?? 0) - (this.proseBefore[this.clamp(from)] ?? 0));
  }

  private clamp(index: number): number {
    return Math.min(Math.max(index, this.body.start), this.body.end) - this.body.start;
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
  if (strong && isContents(run, text, end)) return say('contents', 'no running text between any two of them');
  if (touching > 0.6 && members.length > 2)
    return say(strong ? 'contents' : 'list', 'no text between most of them');
  const titles = new Set(members.map(({ title }) => title)).size;
  if (unnumbered && titles * 2 < members.length) return say('list', 'the same words again and again');
  const [one, two] = [members[0]!.number ?? 0, members.length];
  if (members.some(({ loose }) => loose) && (two < 2 || (one > 1 && two < 4)))
    return say('list', 'too few of a form that is no numbering elsewhere');
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

/** A run with this share of a book's running text behind its last member, and none before, lists what the book holds. */
const behindContents = 0.7;

/** Whether a run is a table of contents that nothing calls so: no running text but behind its last member. */
function isContents({ members }: Run, text: TextMeasure, end: number): boolean {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || members.length < 3) return false;
  const within = text.prose(first.first, last.first);
  return (
    within === 0 &&
    text.prose(last.last + 1, end) > behindContents * text.prose(text.body.start, end) &&
    text.prose(text.body.start, end) > 0
  );
}
