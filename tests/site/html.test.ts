import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { pageTypes } from '../../scripts/audit/page-types.ts';
import { siteEnvironment } from '../../scripts/lib/environment.ts';

const { distDir } = siteEnvironment();
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Matters of taste, and of how Astro writes pages.
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'require-sri': 'off',
    'no-implicit-button-type': 'off',
    'no-raw-characters': 'off',
    'prefer-native-element': 'off',
    // Firefox would tick boxes again by itself; what this device keeps decides.
    'valid-autocomplete': 'off',
  },
});

const files = Object.entries(pageTypes).flatMap(([type, path]) =>
  ['', '/en'].map((tree) => ({
    type,
    path: tree + path,
    file: join(distDir, tree, path.endsWith('/') ? `${path}index.html` : path),
  })),
);

test.for(files.filter(({ file }) => existsSync(file)))('$path is valid HTML', async ({ file }) => {
  const { results } = await validator.validateString(readFileSync(file, 'utf8'));
  const messages = results.flatMap(({ messages: all }) =>
    all.map(
      ({ ruleId, message, line, column, selector }) =>
        `${ruleId}: ${message} ${line}:${column} ${selector ?? ''}`,
    ),
  );
  expect(messages).toEqual([]);
});
