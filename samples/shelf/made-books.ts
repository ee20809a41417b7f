import { readdirSync, readFileSync } from 'node:fs';
import type { SearchEntry } from '../../src/search/build/entry.ts';
import { beginnings, learn, write, type Successors } from '../made-text.ts';
import { seededRandom, type Random } from '../random.ts';

/** A handbook for a shelf, as its search index takes it. */
export interface MadeHandbook {
  /** Short name on the shelf. */
  id: string;
  title: { zh: string; en: string };
  /** Chapters, rules and cases, in this order. */
  entries: SearchEntry[];
}

const casebooks = new URL('../casebooks/', import.meta.url);

/** Texts of the casebooks, a list of lines each, without the marks of their format. */
function casebookLines(): string[][] {
  return readdirSync(casebooks)
    .filter((name) => name.endsWith('.book'))
    .sort()
    .map((name) =>
      readFileSync(new URL(name, casebooks), 'utf8')
        .split('\n')
        .filter((line) => /^\p{Script=Han}.*[。！？”]$/u.test(line)),
    );
}

const englishWords =
  'customer contract delivery invoice warranty complaint supplier forecast margin visit sample quote'.split(
    ' ',
  );
const syllables = 'bel cor dan fel gim hol jat kor lum nev pol ras tem vor zin'.split(' ');

/** Casebooks that a made handbook learns from: enough to have words of its own, and words that all have. */
const casebooksPerBook = 5;

/**
 * Make handbooks that look like those of different departments. Each is written after some of the casebooks'
 * authors, so it has phrases that all have, and phrases that only few have. The same numbers make the same
 * books.
 *
 * @param pages of each handbook
 */
export function madeHandbooks(count: number, pages: number): MadeHandbook[] {
  const lines = casebookLines();
  return Array.from({ length: count }, (_, position) => madeHandbook(position, pages, lines));
}

/** How an author of handbooks writes. */
class Author {
  readonly #successors: Successors;
  readonly #starts: readonly string[];
  readonly random: Random;
  /** A word of English that no other author has. */
  readonly own: string;

  constructor(successors: Successors, random: Random) {
    this.#successors = successors;
    this.#starts = beginnings(successors);
    this.random = random;
    this.own = random.pick(syllables) + random.pick(syllables);
  }

  text(length: number): string {
    return write(length, this.#starts, this.#successors, this.random);
  }

  /** So many Han characters. */
  title(length: number): string {
    return (this.random.pick(this.#starts) + this.text(length * 3).replace(/[^\p{Script=Han}]/gu, '')).slice(
      0,
      length,
    );
  }

  word(): string {
    return this.random.chance(0.1) ? this.own : this.random.pick(englishWords);
  }

  sentence(): string {
    return `${Array.from({ length: 8 }, () => this.word()).join(' ')}.`;
  }
}

function madeHandbook(position: number, pages: number, lines: readonly string[][]): MadeHandbook {
  const random = seededRandom(1000 + position);
  const author = new Author(
    learn(Array.from({ length: casebooksPerBook }, () => random.pick(lines)).flat()),
    random,
  );
  const rules = Math.max(1, Math.floor(pages * 0.7));
  const chapters = Math.max(1, Math.floor(pages * 0.1));
  const cases = Math.max(0, pages - rules - chapters);
  const number = (value: number) => String(value + 1).padStart(2, '0');
  const perChapter = Math.ceil(rules / chapters);
  const ruleIds = Array.from(
    { length: rules },
    (_, at) => `${number(Math.floor(at / perChapter))}-${number(at % perChapter)}`,
  );
  const caseIds = Array.from(
    { length: cases },
    (_, at) => `${ruleIds[at % rules] ?? ''}-${String(1 + Math.floor(at / rules))}`,
  );
  return {
    id: `${author.own}-${String(position)}`,
    title: { zh: `${author.title(4)}手册`, en: `Handbook of ${author.own}` },
    entries: [
      ...Array.from({ length: chapters }, (_, at) => entry('chapter', number(at), author)),
      ...ruleIds.map((id) => entry('rule', id, author)),
      ...caseIds.map((id) => entry('case', id, author)),
    ],
  };
}

function entry(type: SearchEntry['type'], id: string, author: Author): SearchEntry {
  const { random } = author;
  const [chapter = id] = id.split('-');
  return {
    type,
    id,
    title: { zh: author.title(6 + random.below(6)), en: `${author.word()} ${author.word()}` },
    keywords: {
      zh: Array.from({ length: 3 }, () => author.title(2 + random.below(3))),
      en: [author.word()],
    },
    facets: { slugs: { chapter: [chapter] }, labels: {} },
    blocks: Array.from(
      { length: 5 },
      (_, at) => [`p-${String(at)}`, author.text(120 + random.below(120))] as const,
    ),
    english: [['p-0', `${author.sentence()} ${author.sentence()}`]],
  };
}
