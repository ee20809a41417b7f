import type { Random } from '../../samples/random.ts';
import { fold } from '../../src/search/format/fold.ts';
import { numberNamed } from '../../src/search/query/parse/number-jump.ts';
import { numeralForms } from '../../src/search/query/relax/numeral-forms.ts';
import { occurrences } from '../../src/search/query/show/occurrences.ts';
import { excerptOf, markRuns } from '../../src/search/query/show/excerpt.ts';
import { hasHan, isEmpty, parseQuery } from '../../src/search/query/parse/query.ts';
import { transpositions } from '../../src/search/query/relax/typos.ts';
import { piece, strangeText } from './pieces.ts';
import type { Target } from './target.ts';

/** The search box takes 200 characters; an address may hold more. */
function make(random: Random): Uint8Array {
  const text = Array.from({ length: 1 + random.below(8) }, () => piece(random)).join(
    random.pick(['', ' ', '　', '"', ' -', '“']),
  );
  return Buffer.from(random.chance(0.2) ? strangeText(random) : text);
}

/** Whatever is typed is read, and what is marked in a text is that text. */
function take(input: Uint8Array): void {
  const typed = new TextDecoder().decode(input);
  const query = parseQuery(typed);
  isEmpty(query);
  numberNamed(typed);
  if (fold(fold(typed)) !== fold(typed)) throw new Error('Folding twice gives something else.');
  const terms = [...query.parts, ...query.quoted];
  for (const term of terms.slice(0, 5)) {
    numeralForms(term);
    if (hasHan(term)) transpositions(term.slice(0, 20));
  }
  const text = `茶凉了可以再烧。${typed}话凉了就难热。`;
  const runs = markRuns(text, occurrences(text, terms));
  if (runs.map((run) => run.text).join('') !== text) throw new Error('Marking changes the text.');
  excerptOf([['p-1', text]], terms);
}

export const queryTarget: Target = { name: 'queries', ending: 'txt', make, take };
