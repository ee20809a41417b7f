import { writeFileSync } from 'node:fs';
import { fingerprint } from './ingest/cases/model/features.ts';
import { pack, unpack, weightsFile } from './ingest/cases/model/weights.ts';
import { annotatedBooks } from './train-cases/annotated-books.ts';
import { learn } from './train-cases/learn.ts';
import {
  examplesOf,
  leaveAuthorsOut,
  leaveSetOut,
  prepareBooks,
  type Comparison,
} from './train-cases/left-out.ts';
import { f1, measure, type Tally } from './train-cases/measure.ts';

/** Weights of fewer 8-bit steps than this are dropped; about half of them are. */
const leastSteps = 2;

const describe = (tally: Tally): string =>
  [
    `F1 ${f1(tally).toFixed(3)}`,
    `beginnings ${(tally.begun / tally.annotated).toFixed(2)}`,
    `look-alikes ${tally.taken} of ${tally.lookalikes}`,
  ].join('  ');
const print = (what: string, { leftOut, training }: Comparison) =>
  console.log(`${what.padEnd(34)} ${describe(leftOut)}   (training ${describe(training)})`);

// Taken first, as an ingest has it: later, the books' words are loaded, and the sample is cut into others.
fingerprint();
const books = prepareBooks(annotatedBooks());
const authors = books.filter(({ book }) => book.set === 'authors');
const weights = learn(examplesOf(books));
const packed = pack(weights, leastSteps);
writeFileSync(weightsFile, `${JSON.stringify(packed, null, 2)}\n`);
console.log(
  `${weights.length} weights, ${(packed.weights.length / 1024).toFixed(1)} KB packed, features ${packed.features}`,
);
console.log(
  `all ${authors.length} authors, from the weights packed: ${describe(
    measure(
      authors.flatMap(({ rules }) => rules),
      unpack(packed),
    ),
  )}`,
);
const ownBooks = books.filter(({ book }) => book.set !== 'authors');
console.log(
  `kit and companion, from the weights packed: ${describe(
    measure(
      ownBooks.flatMap(({ rules }) => rules),
      unpack(packed),
    ),
  )}`,
);
if (process.argv.includes('--quick')) process.exit(0);
print(`${authors.length} authors, 8 folds of ${authors.length / 8} left out`, leaveAuthorsOut(books, 8));
print('the companion edition left out', leaveSetOut(books, 'companion'));
print('the kit left out', leaveSetOut(books, 'kit'));
