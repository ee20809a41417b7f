import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../scripts/lib/environment.ts';

const eslint = new ESLint({ cwd: projectRoot });

/** Messages of the house's rules for a text, as if it were the file at `path`. */
async function lint(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.startsWith('house/') === true)
    .map(({ ruleId, message }) => `${ruleId ?? ''}: ${message}`);
}

test.each([
  ['src/lib/new.ts', "import '../queries/book.ts';", 'src/lib may not import src/queries'],
  [
    'src/schemas/new.ts',
    "export type { Moves } from '../ledger/moves.ts';",
    'src/schemas may not import src/ledger',
  ],
  ['src/queries/new.ts', "import '../pages/404.astro';", 'src/queries may not import src/pages'],
  [
    'src/components/New.astro',
    "---\nimport '../layouts/BaseLayout.astro';\n---",
    'src/components may not import src/layouts',
  ],
  ['src/client/new.ts', "void import('../queries/book.ts');", 'src/client may not import src/queries'],
  [
    'src/search/query/new.ts',
    "import '../browser/files.ts';",
    'src/search/query may not import src/search/browser',
  ],
  [
    'src/search/format/new.ts',
    "import '../query/words.ts';",
    'src/search/format may not import src/search/query',
  ],
  ['src/share/new.ts', "import '../queries/book.ts';", 'src/share may not import src/queries'],
  ['src/search/build/new.ts', "import '../../share/qr.ts';", 'src/search/build may not import src/share'],
  ['src/edition/new.ts', "import '../../scripts/lib/run.ts';", 'src/edition may not import scripts'],
  ['scripts/new.ts', "import '../src/client/reading/place.ts';", 'scripts may not import src/client'],
  ['tests/unit/new.test.ts', "import '../../scripts/bench/result.ts';", 'tests may not import scripts/bench'],
  [
    'scripts/bench/new.ts',
    "import '../../tests/unit/ingest/books.ts';",
    'scripts/bench may not import tests',
  ],
])('%s may not have %s', async (path, text, expected) => {
  expect((await lint(path, `${text}\n`)).join('\n')).toContain(`house/arrows: ${expected}`);
});

test('lets a page import its layout, and a script what it needs of src', async () => {
  expect(await lint('src/pages/new.astro', "---\nimport '../layouts/BaseLayout.astro';\n---\n")).toEqual([]);
  expect(await lint('scripts/new.ts', "import '../src/share/qr.ts';\n")).toEqual([]);
});

test('asks for a place in the table when a new folder appears', async () => {
  expect((await lint('src/attic/new.ts', "import '../lib/own.ts';\n"))[0]).toContain(
    'is in no room of the house',
  );
});

test('finds a circle of two files that is made of types alone', async () => {
  const text = "import type { Destination } from './resolve.ts';\nexport type Standing = Destination;\n";
  expect((await lint('src/ledger/nearest-title.ts', text))[0]).toContain(
    'house/circles: This import closes a circle: src/ledger/nearest-title.ts → src/ledger/resolve.ts → src/ledger/nearest-title.ts',
  );
});

test('finds a circle of folders in which no file is in a circle', async () => {
  const text = "import type { Product } from './make/recipe.ts';\nexport type One = Product;\n";
  expect((await lint('src/share/new.ts', text))[0]).toMatch(
    /house\/circles: This import closes a circle: src\/share → src\/share\/make → (?:.* → )?src\/share/,
  );
});
