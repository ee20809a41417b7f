import type { AnnotatedBook } from './annotated-books.ts';
import { exampleOf, type Annotated } from './examples.ts';
import type { Example } from './objective.ts';
import { variantsOf } from './variants.ts';
import { learn } from './learn.ts';
import { firstLooks, learnSecond } from './second.ts';
import type { Weights } from '../ingest/cases/model/weights.ts';
import { measure, noTally, sum, type Tally } from './measure.ts';

/** What a rule counts for by the set of its book. Those of the kit and of the styles are by one hand each, and tell more than others do. */
const weightOf: Record<AnnotatedBook['set'], number> = {
  authors: 1,
  styles: 0.3,
  kit: 0.5,
  companion: 1,
  plain: 1,
};
/** Sets that have variants of their rules: the others would weigh too much with them. */
const setsWithVariants = new Set<AnnotatedBook['set']>(['authors', 'styles']);
/** What a variant of a rule counts for, next to the rule itself. */
const weightOfVariant = 0.5;

/** A book with its rules as examples. */
export interface Prepared {
  book: AnnotatedBook;
  rules: Annotated[];
  /** The rules with other argument around their stories, to learn from alone. */
  variants: Example[];
}

/** @param variants whether the books that have variants get them */
export function prepareBooks(books: AnnotatedBook[], variants = true): Prepared[] {
  return books.map((book) => ({
    book,
    rules: book.rules.map((rule) => ({
      rule,
      example: exampleOf(rule, weightOf[book.set]),
    })),
    variants:
      variants && setsWithVariants.has(book.set)
        ? variantsOf(book.rules).map((rule) => exampleOf(rule, weightOf[book.set] * weightOfVariant))
        : [],
  }));
}

export const examplesOf = (books: Prepared[]) =>
  books.flatMap(({ rules, variants }) => [...rules.map(({ example }) => example), ...variants]);

export const setOf = (books: Prepared[], set: AnnotatedBook['set']) =>
  books.filter(({ book }) => book.set === set);

/** Figures on books that the weights were learned without, and on those they were learned from. */
export interface Comparison {
  leftOut: Tally;
  training: Tally;
}

/** Weights of the first look that are learned without some folds. Those of the same folds are learned once. */
type Learned = (...left: number[]) => Float64Array;

/** Sets whose books are divided into folds: enough books, each told in a way of its own. */
const foldedSets: AnnotatedBook['set'][] = ['authors', 'styles'];

/** Divide books into folds, and learn from the other folds and from the books of other sets. */
export function learnedWithout(
  books: Prepared[],
  count: number,
  steps?: number,
): { folds: Prepared[][]; learned: Learned } {
  const inFolds = foldedSets.flatMap((set) =>
    setOf(books, set).map((book, index) => ({ book, fold: index % count })),
  );
  const folds = Array.from({ length: count }, (_, fold) =>
    inFolds.filter((each) => each.fold === fold).map(({ book }) => book),
  );
  const others = books.filter(({ book }) => !foldedSets.includes(book.set));
  const known = new Map<string, Float64Array>();
  const learned = (...left: number[]) => {
    const key = left.toSorted().join();
    const weights =
      known.get(key) ??
      learn(examplesOf([...folds.filter((_, fold) => !left.includes(fold)).flat(), ...others]), steps);
    known.set(key, weights);
    return weights;
  };
  return { folds, learned };
}

/** Learn both looks without some folds. The second look is learned from first looks at books that were left out of theirs. */
export function learnBoth({ folds, learned }: ReturnType<typeof learnedWithout>, ...left: number[]): Weights {
  const looks = folds.flatMap((books, fold) =>
    left.includes(fold) ? [] : books.flatMap(({ rules }) => firstLooks(rules, learned(...left, fold))),
  );
  return { first: learned(...left), second: learnSecond(looks) };
}

/** Leave whole books out, fold by fold, and learn both looks from the rest: figures of each set that is in folds. */
export function leaveBooksOut(
  parts: ReturnType<typeof learnedWithout>,
): { set: AnnotatedBook['set']; comparison: Comparison }[] {
  const learnt = parts.folds.map((left, fold) => ({
    left,
    seen: parts.folds.toSpliced(fold, 1).flat(),
    weights: learnBoth(parts, fold),
  }));
  return foldedSets.map((set) => ({
    set,
    comparison: learnt
      .map(({ left, seen, weights }) => compare(setOf(left, set), setOf(seen, set), weights))
      .reduce((total, each) => ({
        leftOut: sum(total.leftOut, each.leftOut),
        training: sum(total.training, each.training),
      })),
  }));
}

/** Leave a whole set out: the kit or the companion edition. */
export function leaveSetOut(books: Prepared[], set: AnnotatedBook['set'], folds: number): Comparison {
  const kept = books.filter(({ book }) => book.set !== set);
  return compare(setOf(books, set), kept, learnBoth(learnedWithout(kept, folds)));
}

function compare(left: Prepared[], seen: Prepared[], weights: Weights): Comparison {
  return { leftOut: measureBooks(left, weights), training: measureBooks(seen, weights) };
}

/** Compare what is found in books with what was annotated. */
export function measureBooks(books: Prepared[], weights: Weights): Tally {
  return books.map(({ rules }) => measure(rules, weights)).reduce(sum, noTally);
}
