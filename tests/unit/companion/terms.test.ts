import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/edition/vocabulary.ts';
import { chineseSpellings, englishSpellings, spellingPattern } from '../../../src/lib/book/term-spellings.ts';
import type { Term } from '../../../src/schemas/glossary.ts';
import { alignedParagraphs } from './aligned.ts';

const dir = fileURLToPath(new URL('../../../content', import.meta.url));
const terms = readGlossary(dir);
const paragraphs = await alignedParagraphs(dir);

const byName = new Map(terms.flatMap((term) => chineseSpellings(term).map((name) => [name, term] as const)));
const named = spellingPattern([...byName.keys()], 'zh');
/** Terms of a Chinese text; of two that overlap the longer one. */
const termsOf = (chinese: string) =>
  new Set(
    [...chinese.matchAll(named)].map(([name]) => byName.get(name)).filter((term) => term !== undefined),
  );
const says = (english: string, term: Term) =>
  english.search(spellingPattern(englishSpellings(term), 'en')) >= 0;

describe('the English of the companion', () => {
  test('has a glossary term wherever the Chinese has it', () => {
    const uses = paragraphs.flatMap(({ chinese, english }) =>
      [...termsOf(chinese)].map((term) => ({ term: term.term, english, kept: says(english, term) })),
    );
    expect(uses.length).toBeGreaterThan(350);
    const avoided = uses.filter(({ kept }) => !kept);
    expect(
      1 - avoided.length / uses.length,
      avoided.map(({ term, english }) => `${term}: ${english}`).join('\n'),
    ).toBeGreaterThanOrEqual(0.98);
  });

  test('avoids no term everywhere', () => {
    for (const term of terms) {
      const uses = paragraphs.filter(({ chinese }) => termsOf(chinese).has(term));
      if (uses.length > 0)
        expect(
          uses.some(({ english }) => says(english, term)),
          term.term,
        ).toBe(true);
    }
  });

  test('has no alias that no paragraph needs', () => {
    const text = paragraphs.map(({ english }) => english).join('\n');
    const idle = terms.flatMap(({ term, unmarked = [] }) =>
      unmarked
        .filter((word) => text.search(spellingPattern([word.toLowerCase()], 'en')) < 0)
        .map((word) => `${term}: ${word}`),
    );
    expect(idle).toEqual([]);
  });
});

test('a word that is left unmarked is an alias', () => {
  for (const { term, aliases = [], unmarked = [] } of terms)
    expect(
      unmarked.filter((word) => !aliases.includes(word)),
      term,
    ).toEqual([]);
});
