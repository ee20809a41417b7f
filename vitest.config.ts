import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start processes or threads, or go through made books in bulk: too slow to run at every change. */
const bulk = [
  'tests/property/**/*.test.ts',
  'tests/unit/build/content-problems.test.ts',
  'tests/unit/check/types/type-faults.test.ts',
  'tests/unit/faults.test.ts',
  'tests/unit/freshness/damaged-caches.test.ts',
  'tests/unit/ingest/{command,write}.test.ts',
  'tests/unit/search/shelf/shelf.test.ts',
  'tests/unit/share/{pdf,same-text}.test.ts',
  'tests/unit/slides-check/slides-check.test.ts',
  'tests/unit/train-cases/train-cases.test.ts',
];

/** Tests of scripts that the build fills in, as it does with `import.meta.env`, or of modules that are loaded anew for each test. */
const filled = [
  'tests/unit/{client,offline,policy}/**/*.test.ts',
  'tests/unit/components/search-link.test.ts',
  'tests/unit/ingest/dictionary.test.ts',
];

/** Tests that load PDF.js in the version of the ingest: others load another, and one process can't have both. */
const alone = ['tests/unit/ingest/{formats,hostile,pdf-layout}.test.ts'];

/** As many as the machine has cores: each loads the same modules. */
const maxWorkers = availableParallelism();

/** A test of pages waits for its browser most of the time, but each worker has one of its own. */
const maxBrowsers = maxWorkers + 1;

/** The files that one worker runs share its modules: loading them anew for each file would take longer than the tests. */
const isolate = false;

/** Node runs the project's TypeScript as it is: having Vite rewrite every module first takes a tenth of the time of all tests. */
const experimental = { viteModuleRunner: false, nodeLoader: false };

/** What a loaded machine may take over something that a quiet one does in seconds. */
const patience = { testTimeout: 120_000, hookTimeout: 240_000 };

/**
 * Unit and property tests touch memory and temporary folders; those of the website read `dist/`, which `npm test` builds meanwhile.
 * The website comes last, when it is there.
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/temporary-folder.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [...bulk, ...alone, ...filled],
          ...patience,
          maxWorkers,
          isolate,
          experimental,
        },
      },
      { test: { name: 'unit, filled in', include: filled, ...patience, maxWorkers, isolate } },
      { test: { name: 'bulk', include: bulk, ...patience, maxWorkers, isolate, experimental } },
      { test: { name: 'alone', include: alone, ...patience, maxWorkers, experimental } },
      {
        test: {
          name: 'website',
          include: ['tests/{site,browser,search}/**/*.test.ts'],
          setupFiles: ['tests/site-is-built.ts'],
          ...patience,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers: maxBrowsers,
          // Projects of as many workers run together, others one after the other.
          sequence: { groupOrder: 1 },
          isolate,
          experimental,
        },
      },
      // One node of OpenSearch, where Java and Maven are there.
      {
        test: {
          name: 'engine, quick',
          include: ['tests/engine/quick.test.ts'],
          ...patience,
          maxWorkers: maxBrowsers,
          sequence: { groupOrder: 1 },
          experimental,
        },
      },
      // OpenSearch itself, of three nodes: `npm run test:engine`.
      ...(process.env['ENGINE'] === '1'
        ? [
            {
              test: {
                name: 'engine',
                include: ['tests/engine/**/*.test.ts'],
                ...patience,
                testTimeout: 240_000,
                experimental,
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
