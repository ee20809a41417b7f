import { expect, test } from 'vitest';
import {
  aliasesByLanguage,
  chineseSpellings,
  englishSpellings,
  spellingPattern,
} from '../../../src/lib/book/term-spellings.ts';

const term = {
  term: '净推荐值',
  en: 'Net promoter score',
  aliases: ['NPS', '推荐值', 'Survey key', 'Policy'],
  unmarked: ['推荐值'],
};

test('a term’s spellings are those of the text’s language, English ones with their plural', () => {
  expect(chineseSpellings(term)).toEqual(['净推荐值', '推荐值']);
  expect(englishSpellings(term)).toEqual([
    ...[
      'net promoter score',
      'net promoter scores',
      'nps',
      'npss',
      'survey key',
      'survey keys',
      'policy',
      'policies',
    ],
  ]);
});

test('aliases that are marked are listed by language', () => {
  expect(aliasesByLanguage(term)).toEqual({ zh: [], en: ['NPS', 'Survey key', 'Policy'] });
});

test('a longer spelling wins over the shorter ones in it, and a Latin one is a whole word', () => {
  expect('净推荐值高'.match(spellingPattern(['推荐值', '净推荐值'], 'zh'))).toEqual(['净推荐值']);
  expect('The NPS, not NPSX or a.b'.match(spellingPattern(['nps', 'a.b'], 'en'))).toEqual(['NPS', 'a.b']);
  expect('axb'.match(spellingPattern(['a.b'], 'en'))).toBeNull();
});
