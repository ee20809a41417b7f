import { namesIn } from '../../language/words/names.ts';
import { simplified } from '../../language/simplified.ts';
import { clausesOf, maxTitleLength, partsOf } from './clauses.ts';
import { topicsOf } from './topics.ts';
import { whoAndWhat } from './who-and-what.ts';
import { brokenWorth, worthOf } from './worth.ts';

/** Clauses that are looked at for one; what a story is about is said early. */
const maxClauses = 24;
/** A clause that is worth less says too little of who did what. */
const minWorth = 1;
/** What each clause further on is worth less. */
const lossPerClause = 0.12;

/**
 * A title for a case without one, at most 16 characters, in the story's own words. It is the one of its first
 * clauses that best says who did what; failing that, who and what the story is about. `undefined` if the story
 * names neither and has no complete clause.
 */
export function caseTitle(paragraphs: string[]): string | undefined {
  const topics = topicsOf(paragraphs);
  const names = [...namesIn(paragraphs.map(simplified)).keys()];
  let best: { title: string; worth: number } | undefined;
  clausesOf(paragraphs)
    .slice(0, maxClauses)
    .forEach((clause, index) => {
      for (const part of partsOf(clause)) {
        const worth = worthOf(part, topics, names) - (index + 1) * lossPerClause;
        if (!best || worth > best.worth) best = { title: part.text, worth };
      }
    });
  return best && best.worth >= minWorth
    ? best.title
    : (whoAndWhat(paragraphs, topics, names) ??
        (best && best.worth > brokenWorth / 2 ? best.title : undefined));
}

/** The first words of a story that has no title and nothing that would do for one. */
export function firstWords(paragraphs: string[]): string {
  return Array.from(paragraphs.join('').trim()).slice(0, maxTitleLength).join('');
}
