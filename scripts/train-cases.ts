import { writeFileSync } from 'node:fs';
import { readCommandLine } from './lib/command-line.ts';
import { fingerprint } from './ingest/cases/model/features/features.ts';
import { pack, unpack, weightsFile } from './ingest/cases/model/weights.ts';
import { annotatedBooks } from './train-cases/annotated-books.ts';
import {
  learnBoth,
  learnedWithout,
  leaveBooksOut,
  leaveSetOut,
  measureBooks,
  prepareBooks,
  setOf,
  type Comparison,
} from './train-cases/left-out.ts';
import { f1, type Tally } from './train-cases/measure.ts';
import { weightCount } from './ingest/cases/model/score.ts';

/** Weights of fewer 8-bit steps than this are dropped; about half of them are. */
const leastSteps = 2;
/** Folds that books are divided into; and fewer where a whole set is left out, to save time. */
const folds = 8;
const foldsOfSets = 4;

const describe = (tally: Tally): string =>
  [
    `F1 ${f1(tally).toFixed(3)}`,
    `beginnings ${(tally.begun / tally.annotated).toFixed(2)}`,
    `look-alikes ${tally.taken} of ${tally.lookalikes}`,
  ].join('  ');
const print = (what: string, { leftOut, training }: Comparison) =>
  console.log(`${what.padEnd(34)} ${describe(leftOut)}   (training ${describe(training)})`);

const { values } = readCommandLine('Usage: npm run train-cases [-- --quick]', {
  options: { quick: { type: 'boolean' } },
});

// Taken first, as an ingest has it: later, the books' words are loaded, and the sample is cut into others.
fingerprint();
const books = prepareBooks(annotatedBooks());
const authors = setOf(books, 'authors');
const parts = learnedWithout(books, folds);
const packed = pack(learnBoth(parts), leastSteps);
writeFileSync(weightsFile, `${JSON.stringify(packed, null, 2)}\n`);
console.log(
  `${weightCount} weights, ${(packed.weights.length / 1024).toFixed(1)} KB packed, features ${packed.features}`,
);
const weights = unpack(packed);
console.log(
  `all ${authors.length} authors, from the weights packed: ${describe(measureBooks(authors, weights))}`,
);
const ownBooks = books.filter(({ book }) => book.set !== 'authors');
console.log(`all other books, from the weights packed: ${describe(measureBooks(ownBooks, weights))}`);
if (values.quick === true) process.exit(0);
for (const { set, comparison } of leaveBooksOut(parts))
  print(`${setOf(books, set).length} books of ${set}, ${folds} folds left out`, comparison);
print('the companion edition left out', leaveSetOut(books, 'companion', foldsOfSets));
print('the kit left out', leaveSetOut(books, 'kit', foldsOfSets));
