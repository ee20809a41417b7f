// Lint of components. All other code is looked at by oxlint, by the same rules (.oxlintrc.json).
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import house from './scripts/check/house-rules.ts';
import { hashOf, readImportGraph } from './scripts/check/import-graph.ts';

export default tseslint.config(
  { ignores: ['dist/', '.dist.*/', '.astro/', '.cache/', '.work/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      complexity: ['error', 20],
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      'no-control-regex': 'off',
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^astro:', message: 'Only src/queries reads collections.' }] },
      ],
    },
  },
  {
    plugins: { house },
    // Part of the cache's key: a circle may close, or open, in a file that itself didn't change.
    settings: { imports: hashOf(readImportGraph(import.meta.dirname)) },
    rules: { 'house/arrows': 'error', 'house/circles': 'error' },
  },
  // An editor may ask about any file. What depends on which one it is, oxlint and the compiler know.
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': 'off',
    },
  },
);
