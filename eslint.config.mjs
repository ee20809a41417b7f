import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { house } from './scripts/check/house-rules.ts';
import { hashOf, readImportGraph } from './scripts/check/import-graph.ts';

/** Forbid modules that a room's code has no use for, wherever it runs. */
const without = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});
const astroModules = [String.raw`^astro:`, 'Only src/queries reads collections.'];

/** Files whose loops run over typed arrays. */
const typedArrays = [
  'scripts/ingest/language/words/dictionary-needs.ts',
  'scripts/ingest/cases/model/words/scan-words.ts',
  'scripts/ingest/cases/{possible-stories,weighed}.ts',
  'scripts/ingest/cases/model/{book-sense,links,score,second-look,weights}.ts',
  'scripts/ingest/cases/model/divisions/{choose,lattice}.ts',
  'scripts/ingest/cases/model/features/{chains,paragraph,segment,sparse,traits}.ts',
  'scripts/ingest/entries/accounting.ts',
  'scripts/ingest/headings/ordered-matching.ts',
  'scripts/ingest/permalinks/{assignment,sketch}.ts',
  'scripts/slides-check/read/qr-in-picture.ts',
  'scripts/train-cases/{examples,lbfgs,learn,objective,second}.ts',
  'src/lib/edit-ratio.ts',
  'src/search/build/write-chinese.ts',
  'src/search/format/{chunk,fields,postings}.ts',
  'src/search/query/{match/phrases,rank/rank}.ts',
  'tests/unit/share/pixels.ts',
  'tests/unit/train-cases/**',
];

const node = [String.raw`^node:`, 'This code also runs in the browser.'];

export default tseslint.config(
  { ignores: ['dist/', '.dist.*/', '.astro/', '.cache/', '.work/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  { files: ['**/*.{mjs,astro}'], languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  // In a .ts file the compiler finds unused names and those that don't exist. Without its own list of them, lint takes a fifth less time.
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { lib: [] } },
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      complexity: ['error', 20],
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      'no-control-regex': 'off',
    },
  },
  {
    plugins: { house },
    // Part of the cache's key: a circle may close, or open, in a file that itself didn't change.
    settings: { imports: hashOf(readImportGraph(import.meta.dirname)) },
    rules: { 'house/arrows': 'error', 'house/circles': 'error' },
  },
  // An index within a typed array always finds a number, and a check of each would cost the loops their speed.
  { files: typedArrays, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  without(
    ['src/lib/**', 'src/schemas/**', 'src/search/{format,query,browser}/**', 'src/client/**'],
    [astroModules, node],
  ),
  without(
    [
      'src/{plugins,edition,ledger,freshness,share,components,layouts,pages}/**',
      'src/search/build/**',
      'scripts/**',
    ],
    [astroModules],
  ),
);
