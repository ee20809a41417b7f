import type { AnnotatedRule } from './casebook.ts';

/** Variants of each kind made of a rule. */
const perRule = 2;
/** Shares of argument dropped, of argument exchanged, and of stories exchanged. */
const droppedShare = 0.4;
const exchangedShare = 0.5;
const retoldShare = 0.25;

/** A story, or a paragraph of argument. */
interface Unit {
  kind: 'case' | 'optional' | 'lookalike' | 'argument';
  paragraphs: string[];
}

/**
 * Variants of a book's rules: some argument is left out, or argument and stories from other rules of the book
 * are added. A story begins and ends at the same place whatever surrounds it, so the variants teach the model
 * more surroundings than the book has. Deterministic.
 */
export function variantsOf(rules: AnnotatedRule[]): AnnotatedRule[] {
  const random = generator(rules.length);
  const units = rules.map(unitsOf);
  return units.flatMap((own, index) => {
    const others = units.toSpliced(index, 1).flat();
    const argument = others.filter(isArgument);
    const stories = others.filter(({ kind }) => kind === 'case');
    const pick = (from: Unit[], otherwise: Unit) => from[Math.floor(random() * from.length)] ?? otherwise;
    return Array.from({ length: perRule }, () => [
      own.filter((unit) => !isArgument(unit) || random() > droppedShare),
      own.map((unit) => {
        if (isArgument(unit)) return random() < exchangedShare ? pick(argument, unit) : unit;
        return random() < retoldShare ? pick(stories, unit) : unit;
      }),
    ])
      .flat()
      .filter((variant) => variant.length > 0)
      .map(ruleOf);
  });
}

function isArgument({ kind }: Unit): boolean {
  return kind === 'argument' || kind === 'lookalike';
}

function unitsOf({ paragraphs, cases, optional, lookalikes }: AnnotatedRule): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < paragraphs.length;) {
    const story = cases.find(({ first }) => first === at);
    const span = story ?? optional.find(({ first }) => first === at);
    const end = span ? span.last + 1 : at + 1;
    const kind = story ? 'case' : 'optional';
    units.push({
      kind: span ? kind : lookalikes.includes(at) ? 'lookalike' : 'argument',
      paragraphs: paragraphs.slice(at, end),
    });
    at = end;
  }
  return units;
}

function ruleOf(units: Unit[]): AnnotatedRule {
  const rule: AnnotatedRule = { paragraphs: [], cases: [], optional: [], lookalikes: [] };
  for (const { kind, paragraphs } of units) {
    const first = rule.paragraphs.length;
    rule.paragraphs.push(...paragraphs);
    const span = { first, last: rule.paragraphs.length - 1 };
    if (kind === 'case') rule.cases.push(span);
    else if (kind === 'optional') rule.optional.push(span);
    else if (kind === 'lookalike') rule.lookalikes.push(first);
  }
  return rule;
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = 12_345 + seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}
