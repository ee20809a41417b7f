import type { AnnotatedBook } from './annotated-books.ts';
import { exampleOf } from './examples.ts';
import type { Example } from './objective.ts';
import { variantsOf } from './variants.ts';
import { learn } from './learn.ts';
import { measure, noTally, sum, type Annotated, type Tally } from './measure.ts';

/** What a rule counts for by the set of its book. The kit's are short, and all by one hand. */
const weightOf: Record<AnnotatedBook['set'], number> = { authors: 1, kit: 0.5, companion: 1, plain: 1 };
/** What a variant of a rule counts for, next to the rule itself. */
const weightOfVariant = 0.5;

/** A book with its rules as examples. */
export interface Prepared {
  book: AnnotatedBook;
  rules: Annotated[];
  /** The rules with other argument around their stories, to learn from alone. */
  variants: Example[];
}

/** @param withVariants the authors' books alone have them: the others have one hand each, and would weigh too much */
export function prepareBooks(books: AnnotatedBook[], withVariants = true): Prepared[] {
  return books.map((book) => ({
    book,
    rules: book.rules.map((rule) => ({
      rule,
      example: exampleOf(rule, weightOf[book.set]),
    })),
    variants:
      withVariants && book.set === 'authors'
        ? variantsOf(book.rules).map((rule) => exampleOf(rule, weightOf[book.set] * weightOfVariant))
        : [],
  }));
}

export const examplesOf = (books: Prepared[]) =>
  books.flatMap(({ rules, variants }) => [...rules.map(({ example }) => example), ...variants]);

/** Figures on books that the weights were learned without, and on those they were learned from. */
export interface Comparison {
  leftOut: Tally;
  training: Tally;
}

/** Leave whole authors out, fold by fold, and learn from the rest and from the books of other kinds. */
export function leaveAuthorsOut(books: Prepared[], folds: number, steps?: number): Comparison {
  const authors = books.filter(({ book }) => book.set === 'authors');
  const others = books.filter(({ book }) => book.set !== 'authors');
  const total: Comparison = { leftOut: noTally, training: noTally };
  for (let fold = 0; fold < folds; fold += 1) {
    const left = authors.filter((_, index) => index % folds === fold);
    const kept = authors.filter((_, index) => index % folds !== fold);
    const compared = compare(left, [...kept, ...others], kept, steps);
    total.leftOut = sum(total.leftOut, compared.leftOut);
    total.training = sum(total.training, compared.training);
  }
  return total;
}

/** Leave a whole set out: the kit or the companion edition. */
export function leaveSetOut(books: Prepared[], set: AnnotatedBook['set']): Comparison {
  const kept = books.filter(({ book }) => book.set !== set);
  return compare(
    books.filter(({ book }) => book.set === set),
    kept,
    kept,
  );
}

function compare(left: Prepared[], learned: Prepared[], seen: Prepared[], steps?: number): Comparison {
  const weights = learn(examplesOf(learned), steps);
  const of = (books: Prepared[]) =>
    measure(
      books.flatMap(({ rules }) => rules),
      weights,
    );
  return { leftOut: of(left), training: of(seen) };
}
