import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arrows, circles } from '../../../../scripts/check/lint/import-rules.ts';
import { projectRoot } from '../../../../scripts/lib/environment.ts';

const rules = { arrows, circles };

/** What a rule says if a file imports another. */
function said(rule: keyof typeof rules, from: string, to: string, kind = 'ImportDeclaration'): string[] {
  const { meta, create } = rules[rule];
  const messages: string[] = [];
  const visit = create({
    cwd: projectRoot,
    physicalFilename: join(projectRoot, from),
    report: ({ messageId, data = {} }) => {
      messages.push(
        (meta.messages[messageId] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => data[name] ?? ''),
      );
    },
  })[kind];
  visit?.({ source: { value: to } });
  return messages;
}

test.each([
  ['src/lib/new.ts', '../queries/book.ts', 'src/lib may not import src/queries'],
  ['src/schemas/new.ts', '../ledger/moves.ts', 'src/schemas may not import src/ledger'],
  ['src/queries/new.ts', '../pages/404.astro', 'src/queries may not import src/pages'],
  ['src/search/query/new.ts', '../browser/files.ts', 'src/search/query may not import src/search/browser'],
  ['src/search/format/new.ts', '../query/words.ts', 'src/search/format may not import src/search/query'],
  ['src/share/new.ts', '../queries/book.ts', 'src/share may not import src/queries'],
  ['src/search/build/new.ts', '../../share/qr.ts', 'src/search/build may not import src/share'],
  ['src/edition/new.ts', '../../scripts/lib/run.ts', 'src/edition may not import scripts'],
  ['scripts/new.ts', '../src/client/reading/place.ts', 'scripts may not import src/client'],
  ['tests/unit/new.test.ts', '../../scripts/bench/result.ts', 'tests may not import scripts/bench'],
  ['scripts/bench/new.ts', '../../tests/unit/ingest/books.ts', 'scripts/bench may not import tests'],
])('%s may not import %s', (from, to, expected) => {
  for (const kind of ['ImportDeclaration', 'ExportNamedDeclaration', 'ImportExpression', 'TSImportType'])
    expect(said('arrows', from, to, kind).join('\n')).toContain(expected);
});

test('the code of a component may import what the component may', () => {
  const page = '.cache/components/src/components/New.astro.tsx';
  expect(said('arrows', page, '../layouts/BaseLayout.astro')[0]).toContain(
    'src/components may not import src/layouts',
  );
  expect(said('arrows', '.cache/components/src/components/New.astro.0.mts', '../queries/book.ts')).toEqual(
    [],
  );
});

test('lets a page import its layout, and a script what it needs of src', () => {
  expect(said('arrows', '.cache/components/src/pages/new.astro.tsx', '../layouts/BaseLayout.astro')).toEqual(
    [],
  );
  expect(said('arrows', 'scripts/new.ts', '../src/share/qr.ts')).toEqual([]);
});

test('asks for a place in the table when a new folder appears', () => {
  expect(said('arrows', 'src/attic/new.ts', '../lib/own.ts')[0]).toContain('is in no room of the house');
});

test('finds a circle of two files', () => {
  expect(said('circles', 'src/ledger/nearest-title.ts', './resolve.ts')[0]).toContain(
    'This import closes a circle: src/ledger/nearest-title.ts → src/ledger/resolve.ts → src/ledger/nearest-title.ts',
  );
});

test('finds a circle of folders in which no file is in a circle', () => {
  expect(said('circles', 'src/share/new.ts', './make/recipe.ts')[0]).toMatch(
    /This import closes a circle: src\/share → src\/share\/make → (?:.* → )?src\/share/,
  );
});
