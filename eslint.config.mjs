import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Forbid the imports that would turn the house's one-way flow around. */
const rooms = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});
const upwards = [
  String.raw`/(pages|layouts|components|queries)/`,
  'Only pages, layouts and components import upwards.',
];
const astroModules = [String.raw`^astro:`, 'Only src/queries reads collections.'];
const node = [String.raw`^node:`, 'This code also runs in the browser.'];
const scripts = [String.raw`/scripts/`, 'Nothing imports scripts.'];

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', '.work/', 'bench/', 'tests/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      'no-control-regex': 'off',
    },
  },
  rooms(['src/lib/**', 'src/schemas/**'], [upwards, astroModules, node, scripts]),
  rooms(['src/plugins/**', 'src/search/build/**', 'src/share/**'], [upwards, astroModules, scripts]),
  rooms(['src/search/{format,query,browser}/**', 'src/client/**'], [upwards, astroModules, node, scripts]),
  rooms(
    ['src/queries/**'],
    [[String.raw`/(pages|layouts|components)/`, 'Queries fetch; they know no markup.'], scripts],
  ),
  rooms(['src/components/**', 'src/layouts/**', 'src/pages/**'], [astroModules, scripts]),
  rooms(
    ['scripts/**'],
    [
      [
        String.raw`/src/(pages|layouts|components|queries|client)/`,
        'Scripts use src/lib, src/schemas, src/edition, src/search/build and src/share.',
      ],
      astroModules,
    ],
  ),
);
